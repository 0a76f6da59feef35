'use client'
import { useEffect, useRef } from 'react'
import { ShowMore } from '@/components/desk/show-more'
import { usePages } from '@/components/desk/use-pages'
import type { Comparison, Passage } from '@/lib/transcript/comparison'
import { ChooseRevisions } from './choose-revisions'
import classes from './history.module.css'
import type { HistoryQuery } from './history-query'
import { foundWords, skippedWords } from './history-words'
import { PassageView } from './passage-view'
import { type MayRevise, RevisionActions } from './revision-actions'
import { StepBar } from './step-bar'
import { useSteps } from './use-steps'

type Props = {
  readonly transcriptId: string
  readonly person: string
  readonly head: number
  readonly query: HistoryQuery
  readonly may: MayRevise
  readonly lang: string | undefined
  readonly came: string
  readonly comparison: Comparison
}

/** Two revisions against each other: what differs, passage by passage, and what can be done about it. */
export const Compared = (props: Props) => {
  const { transcriptId, person, head, query, may, came, comparison } = props
  const section = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const wanted = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is compared is there once the page shows it
  useEffect(() => {
    if ((section.current?.getBoundingClientRect().top ?? 0) < 0) section.current?.scrollIntoView()
    // The button that was pressed may be gone, and after the fields come the words.
    if (wanted.current) setTimeout(() => heading.current?.focus())
    wanted.current = false
  }, [query.from, query.to])
  return (
    <section ref={section} className={classes.compared} aria-label="What differs">
      <div className={classes.head}>
        <div>
          <h2 ref={heading} tabIndex={-1} className={classes.heading}>
            {query.from === query.to ? `Revision ${query.to}` : `Revision ${query.to} against revision ${query.from}`}
          </h2>
          <p role="status" className={classes.found}>
            {foundWords(comparison)}
          </p>
        </div>
        <RevisionActions
          {...{ transcriptId, person, head, query, may }}
          onMade={() => {
            wanted.current = true
          }}
        />
      </div>
      {head > 1 && (
        <ChooseRevisions
          {...{ transcriptId, head, query, came }}
          onChosen={(isShown) => {
            wanted.current = !isShown
            if (isShown) heading.current?.focus()
          }}
        />
      )}
      <Passages key={`${query.from} ${query.to}`} {...props} />
    </section>
  )
}

const Passages = ({ transcriptId, query, lang, comparison }: Props) => {
  const list = useRef<HTMLDivElement>(null)
  const path = `/transcripts/${transcriptId}/comparison?from=${query.from}&to=${query.to}&limit=20`
  const { items, drop: _, ...more } = usePages<Passage>(comparison, path, ({ number }) => String(number))
  const { at, step } = useSteps({
    within: list,
    selector: '[data-passage]',
    there: items.length,
    more: more.next === null ? null : () => void more.showMore(),
  })
  if (items.length === 0) return null
  return (
    <div>
      {query.view === 'side' && (
        <div className={classes.columns} aria-hidden="true">
          <span>Revision {query.from}</span>
          <span>Revision {query.to}</span>
        </div>
      )}
      <div ref={list} className={classes.passages}>
        {items.map((passage) => (
          <div key={passage.number}>
            {passage.skipped > 0 && <p className={classes.skipped}>{skippedWords(passage.skipped)}</p>}
            <PassageView {...{ passage, transcriptId, query, lang }} />
          </div>
        ))}
        {more.next === null && comparison.rest > 0 && (
          <p className={classes.skipped}>{skippedWords(comparison.rest)}</p>
        )}
      </div>
      <ShowMore {...more} />
      {comparison.passages > 1 && <StepBar what="Change" at={at} of={comparison.passages} step={step} />}
    </div>
  )
}
