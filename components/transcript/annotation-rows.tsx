'use client'
import { useCodebook } from '@/components/annotation/use-codebook'
import { useTranscript } from '@/components/api/store-context'
import { TagDot } from '@/components/ui/tag-dot'
import type { Filter } from '@/lib/annotation/filter'
import { kindNames, kinds } from '@/lib/annotation/kinds'
import type { TagColour } from '@/lib/annotation/tag-colours'
import { can } from '@/lib/permissions/can'
import { toggleKind, toggleSort, toggleTag } from './filter-choice'
import styles from './panel.module.css'
import { useCounts } from './use-counts'
import { sortPlural } from './words'

const number = new Intl.NumberFormat('en')

/** Annotations by kind, flags by sort, and tags: how many there are, each a filter. */
export const AnnotationRows = () => {
  const filter = useTranscript((view) => view.filter)
  const setFilter = useTranscript((view) => view.setFilter)
  const counts = useCounts()
  const codebook = useCodebook()
  if (counts === null) return null
  if (counts.all === 0) return <Empty />
  const row = (
    key: string,
    label: string,
    mark: string,
    count: number,
    on: boolean,
    next: Filter,
    colour?: TagColour,
  ) => (
    <button key={key} type="button" className={styles.row} aria-pressed={on} onClick={() => setFilter(next)}>
      {colour && <TagDot colour={colour} />}
      {mark && <span className={styles.sign} data-mark={mark} aria-hidden="true" />}
      <span>{label}</span>
      <span className={styles.number}>{number.format(count)}</span>
    </button>
  )
  const sorts = [...new Set([...counts.sort.keys(), ...filter.sort])]
  sorts.sort((a, b) => (counts.sort.get(b) ?? 0) - (counts.sort.get(a) ?? 0) || a.localeCompare(b))
  const tags = [...new Set([...counts.tag.keys(), ...filter.tag])].sort((a, b) => a.localeCompare(b))
  return (
    <>
      <section aria-label="Annotations by kind">
        <h2 className={styles.heading}>Annotations</h2>
        {kindNames.map((kind) =>
          row(
            kind,
            kinds[kind].plural,
            kind,
            counts.kind.get(kind) ?? 0,
            filter.kind.includes(kind),
            toggleKind(filter, kind),
          ),
        )}
      </section>
      {sorts.length > 0 && (
        <section aria-label="Flags by sort">
          <h2 className={styles.heading}>Flags</h2>
          {sorts.map((sort) =>
            row(
              sort,
              sortPlural(sort),
              'square',
              counts.sort.get(sort) ?? 0,
              filter.sort.includes(sort),
              toggleSort(filter, sort),
            ),
          )}
        </section>
      )}
      {tags.length > 0 && (
        <section aria-label="Tags">
          <h2 className={styles.heading}>Tags</h2>
          {tags.map((tag) =>
            row(
              tag,
              tag,
              '',
              counts.tag.get(tag) ?? 0,
              filter.tag.includes(tag),
              toggleTag(filter, tag),
              codebook.get(tag)?.colour,
            ),
          )}
        </section>
      )}
    </>
  )
}

/** What to do while nobody has marked anything. */
const Empty = () => {
  const may = useTranscript(({ actor, transcript: { desk, state } }) =>
    can(actor, 'annotation.create', { deskId: desk.id, state }),
  )
  const how = may ? ' Select some words in the text to highlight, note, check, flag or correct them.' : ''
  return (
    <section aria-label="Annotations by kind">
      <h2 className={styles.heading}>Annotations</h2>
      <p className={styles.empty}>None yet.{how}</p>
    </section>
  )
}
