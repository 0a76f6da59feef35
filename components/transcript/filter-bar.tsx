'use client'
import type { ReactNode } from 'react'
import { useTranscript } from '@/components/api/store-context'
import { fetched } from '@/components/ui/fetched'
import { Late } from '@/components/ui/late'
import type { Filter } from '@/lib/annotation/filter'
import { openOnly } from '@/lib/annotation/filter'
import { kinds } from '@/lib/annotation/kinds'
import { narrowed, showsOpen, toggleAuthor, toggleKind } from './filter-choice'
import { FilterWords } from './filter-words-field'
import styles from './panel.module.css'
import { PickedBar } from './picked-bar'
import { useCounts } from './use-counts'
import { show, useBench, useBenchStore } from './workbench-state'

// Fetched with the page's quiet hours, at the latest when it is opened.
const FilterPanel = fetched(async () => (await import('./filter-choices')).FilterPanel)

const number = new Intl.NumberFormat('en')

/** What is shown: the choices one makes often as chips, the others behind "Filter…", and how many that leaves. */
export const FilterBar = () => {
  const bench = useBenchStore()
  const choosing = useBench((state) => state.overlay === 'filter')
  return (
    <section className={styles.filter} aria-label="Filter the annotations" data-region="filter">
      <FilterWords />
      <FilterChips />
      <FilterResult>
        <Late
          opens="dialog"
          opened={choosing}
          onChange={(opened) => show(bench, opened ? 'filter' : null)}
          draw={(late) => <FilterPanel late={late} />}
        >
          <button type="button" className={styles.clear}>
            Filter…
          </button>
        </Late>
      </FilterResult>
      <PickedBar />
    </section>
  )
}

/** Open, the three kinds that need work, and one's own. */
export const FilterChips = () => {
  const filter = useTranscript((view) => view.filter)
  const setFilter = useTranscript((view) => view.setFilter)
  const me = useTranscript((view) => view.actor.id)
  const counts = useCounts()
  const open = showsOpen(filter)
  const chip = (label: string, on: boolean, count: number | undefined, next: Filter) => (
    <button type="button" key={label} className={styles.chip} aria-pressed={on} onClick={() => setFilter(next)}>
      {label}
      {counts && <span className={styles.count}> {number.format(count ?? 0)}</span>}
    </button>
  )
  return (
    <>
      {chip('Open', open, counts?.state.get('open'), { ...filter, state: open ? [] : ['open'] })}
      {(['flag', 'check', 'note'] as const).map((kind) =>
        chip(kinds[kind].plural, filter.kind.includes(kind), counts?.kind.get(kind), toggleKind(filter, kind)),
      )}
      {chip('Mine', filter.author.includes(me), counts?.author.get(me), toggleAuthor(filter, me))}
    </>
  )
}

/** How many are shown of how many, what else can be chosen, and the way back to what one began with. */
export const FilterResult = ({ children }: { readonly children?: ReactNode }) => {
  const shown = useTranscript((view) => view.shown.length)
  const all = useTranscript((view) => (view.complete ? view.order.length : null))
  const setFilter = useTranscript((view) => view.setFilter)
  const pickAll = useTranscript((view) => view.pickAll)
  const wrong = useBench((state) => state.wrongWords)
  const narrow = useTranscript((view) => narrowed(view.filter))
  if (!all && !children) return null
  return (
    <div className={styles.result}>
      <span role="status">{all ? `${number.format(shown)} of ${number.format(all)} shown` : ''}</span>
      <span className={styles.spring} />
      {children}
      {all !== null && shown > 0 && (
        <button
          type="button"
          className={styles.clear}
          disabled={wrong}
          title={wrong ? 'Put the words of the filter right first.' : undefined}
          onClick={() => void pickAll()}
        >
          Pick all
        </button>
      )}
      {narrow && (
        <button type="button" className={styles.clear} onClick={() => setFilter(openOnly)}>
          Clear
        </button>
      )}
    </div>
  )
}
