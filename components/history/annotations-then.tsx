'use client'
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { headLabel } from '@/components/annotation/card-words'
import { KindMark } from '@/components/annotation/kind-mark'
import type { Reading } from '@/components/transcript/reading'
import { countOf } from '@/components/transcript/words'
import type { Mark, Marks } from '@/lib/annotation/annotation'
import { quoted } from '@/lib/text/quoted'
import { whoseWords } from './history-words'
import classes from './old-revision.module.css'
import { StepBar } from './step-bar'
import { useStepKeys } from './use-steps'

type Props = {
  readonly transcriptId: string
  readonly marks: Marks
  readonly reading: Reading | null
  readonly chosen: string | null
  readonly onShow: (mark: Mark) => void
}

/** How many rows stand there before one asks for more. */
const many = 100

/** The annotations of a revision in the order of its text: each shows where it stood, and leads to its card in the present text. */
export const AnnotationsThen = ({
  transcriptId,
  marks: { revision, marks, people },
  reading,
  chosen,
  onShow,
}: Props) => {
  const list = useRef<HTMLOListElement>(null)
  const stepped = useRef(false)
  const [most, setMost] = useState(many)
  const at = marks.findIndex(({ id }) => id === chosen)
  const here = marks[at]
  const step = (by: 1 | -1) => {
    const mark = marks[at === -1 ? (by === 1 ? 0 : -1) : at + by]
    stepped.current = mark !== undefined
    if (mark) onShow(mark)
  }
  useStepKeys(step)
  useEffect(() => setMost((before) => Math.max(before, at + 1)), [at])
  // What is clicked in the text, or stepped to, is seen in the list; the page stays with the text.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is there once there are rows enough
  useEffect(() => {
    const [all, row] = [list.current?.parentElement, list.current?.children[at]]
    if (!all || !row || at === -1) return
    const [box, place] = [all.getBoundingClientRect(), row.getBoundingClientRect()]
    if (place.top < box.top || place.bottom > box.bottom) all.scrollTop += place.top - box.top - 60
    if (stepped.current) row.querySelector('button')?.focus({ preventScroll: true })
    stepped.current = false
  }, [at, most])
  return (
    <>
      <section className={classes.then} aria-label={`Annotations at revision ${revision}`}>
        <h2 className={classes.heading}>
          {marks.length === 0 ? 'No annotations then' : `${countOf(marks.length, 'annotation')} then`}
        </h2>
        <ol ref={list} className={classes.rows}>
          {marks.slice(0, most).map((mark) => {
            const lost = mark.placed === 'lost' || mark.start === mark.end
            const words = lost ? 'its words were gone' : quoted(reading?.words(mark) ?? '')
            return (
              <li key={mark.id} className={classes.row} aria-current={mark.id === chosen ? 'true' : undefined}>
                <button type="button" className={classes.show} onClick={() => onShow(mark)}>
                  <KindMark kind={mark.kind} />
                  <span>
                    <b>{headLabel(mark)}</b> {reading !== null && words}
                  </span>
                </button>
                <span className={classes.about}>
                  {whoseWords(mark, people[mark.author])}
                  {' · '}
                  <a
                    href={`/transcripts/${transcriptId}#${mark.id}`}
                    aria-label={`Card of ${headLabel(mark)} ${words}`}
                  >
                    Card
                  </a>
                </span>
              </li>
            )
          })}
        </ol>
        {most < marks.length && (
          <Button variant="default" onClick={() => setMost(most + many)} mt={14}>
            Show more
          </Button>
        )}
      </section>
      {marks.length > 0 && (
        <StepBar {...{ what: 'Annotation', at: here ? at : null, of: marks.length, step }}>
          {here && (
            <>
              <b>{headLabel(here)}</b> {whoseWords(here, people[here.author])} ·{' '}
              <a href={`/transcripts/${transcriptId}#${here.id}`}>Card</a>
            </>
          )}
        </StepBar>
      )}
    </>
  )
}
