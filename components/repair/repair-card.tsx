'use client'
import { type FormEvent, useId } from 'react'
import { Keyed } from '@/components/annotation/buttons'
import { Problem } from '@/components/ui/problem'
import { RelativeTime } from '@/components/ui/time'
import type { Repair } from '@/lib/transcript/repair'
import { Passage } from './passage'
import { Places } from './places'
import classes from './repair.module.css'
import { RepairSays } from './repair-says'
import { lossWords } from './repair-words'

type Props = {
  readonly repair: Repair
  readonly chosen: number
  readonly onChoose: (at: number) => void
  readonly mayRepair: boolean
  readonly busy: boolean
  readonly problem: string | null
  readonly onAttach: () => void
  readonly onArchive: () => void
  readonly onLeave: () => void
}

/** Where it last stood surely, and what became of those words. */
const Held = ({ repair }: { readonly repair: Repair }) => {
  const { annotation, held, now, loss, places } = repair
  return (
    <section className={classes.held} aria-label="Where it stood">
      <h3 className={classes.legend}>It stood here, in revision {held.revision}</h3>
      <Passage {...held} kind={annotation.kind} />
      <p className={classes.soft}>
        <b>{lossWords(repair)}</b>
        {loss && (
          <>
            {' '}
            by {loss.by.name}, <RelativeTime at={loss.at} />
            {loss.reason && `: “${loss.reason}”`}
          </>
        )}
      </p>
      {annotation.placed === 'lost' && !places.some(({ why }) => why === 'sentence') && (
        <>
          <h3 className={classes.legend}>Now it reads</h3>
          <Passage {...now} kind={annotation.kind} />
        </>
      )}
    </section>
  )
}

/** One annotation that waits: on the left what it is and where it stood, on the right where it may go. */
export const RepairCard = ({ repair, chosen, onChoose, mayRepair, busy, problem, ...on }: Props) => {
  const heading = useId()
  const { annotation, places } = repair
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (mayRepair && places.length > 0) on.onAttach()
  }
  return (
    <article className={classes.card} aria-labelledby={heading} aria-busy={busy} data-repair={annotation.id}>
      <div className={classes.side}>
        <RepairSays annotation={annotation} headingId={heading} />
        <Held repair={repair} />
      </div>
      <form className={classes.side} onSubmit={onSubmit} aria-label="Where it may go">
        <Places repair={repair} chosen={chosen} onChoose={onChoose} />
        <Problem>{problem}</Problem>
        {!mayRepair && <p className={classes.none}>An editor of the desk, or whoever wrote it, can repair it.</p>}
        <div className={classes.actions}>
          {mayRepair && places.length > 0 && (
            <Keyed leading keyed="A" onClick={on.onAttach} disabled={busy}>
              Attach here
            </Keyed>
          )}
          {mayRepair && (
            <Keyed keyed="E" onClick={on.onArchive} disabled={busy}>
              Archive
            </Keyed>
          )}
          <Keyed keyed="L" onClick={on.onLeave}>
            Leave for now
          </Keyed>
          <a className={classes.own} href={`/transcripts/${annotation.transcriptId}#${annotation.id}`}>
            {mayRepair ? 'Pick the place yourself' : 'See it in the text'}
          </a>
        </div>
      </form>
    </article>
  )
}
