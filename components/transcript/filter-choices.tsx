'use client'
import { Checkbox } from '@mantine/core'
import { useTranscript } from '@/components/api/store-context'
import type { LateProps } from '@/components/ui/late'
import { LatePanel } from '@/components/ui/late-floating'
import type { Filter } from '@/lib/annotation/filter'
import { everything, openOnly } from '@/lib/annotation/filter'
import { annotationStates, kindNames, kinds } from '@/lib/annotation/kinds'
import { narrowed, toggleAuthor, toggleKind, toggleSort, toggleState, toggleTag } from './filter-choice'
import styles from './panel.module.css'
import { useCounts } from './use-counts'
import { sortPlural } from './words'

type Choice = { readonly value: string; readonly label: string; readonly on: boolean; readonly next: Filter }

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** The choices in a panel under the button that opens it. */
export const FilterPanel = ({ late }: { readonly late: LateProps }) => (
  <LatePanel late={late} label="What is shown" position="bottom-end" width={320} className={styles.choices}>
    <FilterChoices />
  </LatePanel>
)

/** Every choice of the filter: state, kind, sort of flag, author, tag. What nothing has is not offered, unless it is chosen. */
const FilterChoices = () => {
  const filter = useTranscript((view) => view.filter)
  const setFilter = useTranscript((view) => view.setFilter)
  const people = useTranscript((view) => view.people)
  const counts = useCounts()

  const group = (title: string, found: ReadonlyMap<string, number> | undefined, choices: readonly Choice[]) => {
    const offered = choices.filter(({ value, on }) => on || (found?.get(value) ?? 0) > 0)
    if (offered.length === 0) return null
    return (
      <fieldset className={styles.group} key={title}>
        <legend>{title}</legend>
        {offered.map(({ value, label, on, next }) => (
          <Checkbox
            key={value}
            size="xs"
            checked={on}
            onChange={() => setFilter(next)}
            label={
              <>
                {label} <span className={styles.count}>{found?.get(value) ?? 0}</span>
              </>
            }
          />
        ))}
      </fieldset>
    )
  }
  /** Everything that was found or is chosen, in the order of its label. */
  const known = (
    found: ReadonlyMap<string, number> | undefined,
    chosen: readonly string[],
    label: (value: string) => string,
  ) => [...new Set([...(found?.keys() ?? []), ...chosen])].sort((a, b) => label(a).localeCompare(label(b)))
  const person = (id: string) => people[id] ?? 'Someone'

  return (
    <div className={styles.groups}>
      {group(
        'State',
        counts?.state,
        annotationStates.map((state) => ({
          value: state,
          label: capital(state),
          on: filter.state.includes(state),
          next: toggleState(filter, state),
        })),
      )}
      {group(
        'Kind',
        counts?.kind,
        kindNames.map((kind) => ({
          value: kind,
          label: kinds[kind].plural,
          on: filter.kind.includes(kind),
          next: toggleKind(filter, kind),
        })),
      )}
      {group(
        'Flags',
        counts?.sort,
        known(counts?.sort, filter.sort, sortPlural).map((sort) => ({
          value: sort,
          label: sortPlural(sort),
          on: filter.sort.includes(sort),
          next: toggleSort(filter, sort),
        })),
      )}
      {group(
        'By',
        counts?.author,
        known(counts?.author, filter.author, person).map((id) => ({
          value: id,
          label: person(id),
          on: filter.author.includes(id),
          next: toggleAuthor(filter, id),
        })),
      )}
      {group(
        'Tags',
        counts?.tag,
        known(counts?.tag, filter.tag, (tag) => tag).map((tag) => ({
          value: tag,
          label: tag,
          on: filter.tag.includes(tag),
          next: toggleTag(filter, tag),
        })),
      )}
      <div className={styles.ends}>
        <button type="button" className={styles.clear} onClick={() => setFilter(everything)}>
          Show everything
        </button>
        {narrowed(filter) && (
          <button type="button" className={styles.clear} onClick={() => setFilter(openOnly)}>
            Only what is open
          </button>
        )}
      </div>
    </div>
  )
}
