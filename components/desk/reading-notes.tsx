import classes from './file-list.module.css'

/** What a person should know of how a file was read, a sentence each. */
export const ReadingNotes = ({ notes }: { readonly notes: readonly string[] }) =>
  notes.length === 0 ? null : (
    <ul className={classes.notes} aria-label="How it was read">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
