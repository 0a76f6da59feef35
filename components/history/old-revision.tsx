'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { request } from '@/components/api/client'
import type { Reading, ReadingEvents } from '@/components/transcript/reading'
import { ReadingView } from '@/components/transcript/reading-view'
import { notifyProblem } from '@/components/ui/notice'
import type { Mark, Marks } from '@/lib/annotation/annotation'
import { AnnotationsThen } from './annotations-then'
import classes from './old-revision.module.css'

type Props = {
  readonly transcriptId: string
  readonly textKey: string
  readonly lang: string | null
  /** The first annotations as they stood then, and whether they are all. */
  readonly first: Marks
  readonly complete: boolean
}

const nothing = () => undefined

/** The whole text of a revision, to be read and not to be changed, with its annotations where they stood then. */
export const OldRevision = ({ transcriptId, textKey, lang, first, complete }: Props) => {
  const { revision } = first
  const [marks, setMarks] = useState(first)
  const [reading, setReading] = useState<Reading | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const people = useRef(first.people)
  people.current = marks.people
  useEffect(() => {
    if (complete) return
    const end = new AbortController()
    request<Marks>('GET', `/transcripts/${transcriptId}/marks?revision=${revision}`, { signal: end.signal }).then(
      setMarks,
      (error: unknown) => end.signal.aborted || notifyProblem(error),
    )
    return () => end.abort()
  }, [transcriptId, revision, complete])
  useEffect(() => reading?.setMarks(marks.marks), [reading, marks])
  useEffect(() => reading?.setChosen(chosen), [reading, chosen])
  const events = useMemo<ReadingEvents>(
    () => ({
      authorOf: ({ author, detector }) => (detector === undefined ? people.current[author] : 'a detector'),
      onSelect: nothing,
      onChoose: setChosen,
      onHover: nothing,
      onLayout: nothing,
    }),
    [],
  )
  const show = useCallback(
    (mark: Mark) => {
      setChosen(mark.id)
      // What is left of it is a place, or nothing.
      if (mark.placed !== 'lost') reading?.reveal(mark, true)
    },
    [reading],
  )
  return (
    <div className={classes.sheet}>
      <ReadingView
        transcriptId={transcriptId}
        revision={revision}
        textKey={textKey}
        lang={lang}
        firstMarks={first.marks}
        onReady={setReading}
        onText={nothing}
        events={events}
      />
      <AnnotationsThen {...{ transcriptId, marks, reading, chosen }} onShow={show} />
    </div>
  )
}
