'use client'
import { useMediaQuery } from '@mantine/hooks'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranscript, useTranscriptActions } from '@/components/api/store-context'
import { useBench } from '@/components/transcript/workbench-state'
import { Card } from './card'
import classes from './column.module.css'
import { ColumnTop, MoreCards, NoCards } from './column-top'
import { DraftCard } from './forms'
import { bottomOf, type CardBox, draftId, placeCards } from './place-cards'
import { useHeights } from './use-heights'
import { usePositions } from './use-positions'

/** The space between two cards, how far a card begins above its line, and how long cards move, in CSS pixels and milliseconds. */
const gap = 10
const lift = 7
const moving = 200
/** How long the screen rests before the cards on it are asked for, in milliseconds. */
const resting = 70

/** Below this width a sheet shows one card at a time, see card-sheet.tsx. */
export const narrow = '(max-width: 759.98px)'

/** True for a moment after `value` changed. */
const useMoving = (value: unknown): boolean => {
  const [since, setSince] = useState<unknown>(value)
  useEffect(() => {
    if (since === value) return
    const timer = setTimeout(() => setSince(value), moving)
    return () => clearTimeout(timer)
  }, [since, value])
  return since !== value
}

const Column = () => {
  const placed = useBench((state) => state.placed)
  const reading = useBench((state) => state.reading)
  const laidOut = useBench((state) => state.height > 0)
  const column = useRef<HTMLDivElement>(null)
  const [origin, setOrigin] = useState(0)
  const marks = useTranscript((state) => state.marks)
  const chosen = useTranscript((state) => state.chosen)
  const draft = useTranscript((state) => state.draft)
  const editing = useTranscript((state) => state.editing?.id ?? null)
  const { load } = useTranscriptActions()
  const heights = useHeights()
  const positions = usePositions()

  // The column stands in the same scrolled page as the text: its own top is all that lies between their measures.
  useLayoutEffect(() => {
    const box = column.current?.getBoundingClientRect()
    if (box) setOrigin(Math.round(box.top + (document.scrollingElement?.scrollTop ?? 0)))
  })
  const ids = useMemo(() => placed.map(({ id }) => id).filter((id) => marks.has(id)), [placed, marks])
  const first = useRef(true)
  useEffect(() => {
    // The first at once; then those that stay while one scrolls by, not every card that passes.
    const timer = setTimeout(() => void load(ids), first.current ? 0 : resting)
    if (ids.length > 0) first.current = false
    return () => clearTimeout(timer)
  }, [ids, load])

  const boxes = useMemo(() => {
    const tops = new Map(placed.map(({ id, top }) => [id, top]))
    const places = ids.map((id) => ({ id, top: tops.get(id) as number, start: marks.get(id)?.start ?? 0 }))
    // A form stays drawn wherever one scrolls to: else the keys typed into it would be keys of the page.
    const mark = editing === null || tops.has(editing) ? undefined : marks.get(editing)
    const written = draft ?? mark
    if (written === undefined) return places
    const at = places.findIndex(({ start }) => start > written.start)
    const top = reading?.topOf(written) ?? places.at(at)?.top ?? 0
    const form = { id: draft === null && mark ? mark.id : draftId, top, start: written.start }
    return places.toSpliced(at === -1 ? places.length : at, 0, form)
  }, [placed, ids, marks, draft, editing, reading])

  const head = heights.of('head')
  const cards: CardBox[] = boxes.map(({ id, top }) => ({ id, top: top - origin - lift, height: heights.of(id) }))
  const middle = draft === null ? chosen : draftId
  const tops = placeCards(cards, middle, gap, head || gap)
  const move = useMoving(middle)
  return (
    <div
      ref={column}
      className={classes.column}
      data-region="cards"
      style={{ minHeight: bottomOf(cards, tops) + gap }}
      data-moving={move || undefined}
    >
      <div ref={heights.refOf('head')} className={classes.top}>
        <ColumnTop />
      </div>
      {cards.length === 0 && laidOut && <NoCards />}
      <MoreCards />
      {cards.map(({ id }) => (
        <div
          key={id}
          ref={heights.refOf(id)}
          className={classes.place}
          data-middle={id === middle || undefined}
          style={{ transform: `translateY(${tops.get(id) ?? 0}px)` }}
        >
          {id === draftId ? draft && <DraftCard draft={draft} /> : <Card id={id} place={positions.of(id)} />}
        </div>
      ))}
    </div>
  )
}

/** The cards of the marks on screen beside their lines, and the form of a new annotation at its own. */
export const CardColumn = () => (useMediaQuery(narrow) ? null : <Column />)
