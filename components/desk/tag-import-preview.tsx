import { TagDot } from '@/components/ui/tag-dot'
import type { TagImport } from '@/lib/annotation/tag'

/** The most tags of a sort that are named; the others are counted. */
const most = 12

const count = (many: number) => many.toLocaleString('en')
const listed = (names: readonly string[]) =>
  names.length > most ? `${names.slice(0, most).join(', ')} and ${count(names.length - most)} more` : names.join(', ')

/** What a file would do to the codebook: what is new, what changes and how, and what stays as it is. */
export const TagImportPreview = ({ told: { added, changed, same } }: { readonly told: TagImport }) => (
  <ul>
    {added.length > 0 && (
      <li>
        <b>{count(added.length)} new:</b> {listed(added)}
      </li>
    )}
    {changed.length > 0 && (
      <li>
        <b>{count(changed.length)} changed:</b>
        <ul aria-label="What changes">
          {changed.slice(0, most).map((change) => (
            <Change key={change.name} {...change} />
          ))}
        </ul>
        {changed.length > most && `and ${count(changed.length - most)} more`}
      </li>
    )}
    {same.length > 0 && (
      <li>
        <b>{count(same.length)} unchanged:</b> {listed(same)}
      </li>
    )}
  </ul>
)

const Change = ({ name, before, after }: TagImport['changed'][number]) => (
  <li>
    {name}
    {before.colour !== after.colour && (
      <div>
        Colour: <TagDot colour={before.colour} /> {before.colour} becomes <TagDot colour={after.colour} />{' '}
        {after.colour}
      </div>
    )}
    {before.note !== after.note && (
      <div>
        Note: {before.note === '' ? 'empty' : <del>{before.note}</del>} becomes{' '}
        {after.note === '' ? 'empty' : <ins>{after.note}</ins>}
      </div>
    )}
  </li>
)
