'use client'
import { type ReactNode, type RefObject, useState } from 'react'
import type { Heading, Outline, Speaker } from '@/lib/transcript/outline'
import styles from './panel.module.css'
import { nextTurnOf } from './speaker-turns'
import { firstOnScreen } from './text-caret'
import { countOf } from './words'
import { announce, useBench, useBenchStore } from './workbench-state'

const number = new Intl.NumberFormat('en')
const hues = 6
/** How many rows of one sort stand there before one asks for all. */
const few = 40

type Props = {
  readonly outline: Outline
  /** How many turns the text has. */
  readonly turns: number
  readonly pane: RefObject<HTMLElement | null>
  /** Called before the text is moved. */
  readonly onGone?: (() => void) | undefined
}

/** The headings and the speakers of the text; a click goes there. */
export const OutlineRows = ({ outline, turns, pane, onGone }: Props) => {
  const bench = useBenchStore()
  const here = useBench((state) => state.section)
  const go = (start: number, end = start + 1) => {
    onGone?.()
    // A drawer gives the page back its scrolling first.
    requestAnimationFrame(() => bench.getState().reading?.reveal({ start, end }))
  }
  const goToSpeaker = ({ name, variants, first }: Speaker) => {
    const turn = pane.current && nextTurnOf(pane.current, variants, firstOnScreen(pane.current))
    if (turn) announce(bench, `Turn ${turn.at} of ${turn.of} of ${name}.`)
    go(turn?.start ?? first)
  }
  const top = Math.min(...outline.headings.map(({ level }) => level))
  return (
    <>
      {outline.headings.length > 0 && (
        <nav aria-label="Outline">
          <h2 className={styles.heading}>Outline</h2>
          <Long>
            {outline.headings.map((heading, at) => (
              <button
                key={heading.start}
                type="button"
                className={styles.row}
                data-level={Math.min(heading.level - top + 1, 3)}
                aria-current={here === heading.start ? 'location' : undefined}
                onClick={() => go(heading.start, heading.end)}
              >
                <span>{heading.title}</span>
                <span className={styles.number}>{turnsUnder(heading, at, outline.headings[at + 1], turns)}</span>
              </button>
            ))}
          </Long>
        </nav>
      )}
      {outline.speakers.length > 0 && (
        <nav aria-label="Speakers">
          <h2 className={styles.heading}>Speakers</h2>
          <Long>
            {outline.speakers.map((speaker, at) => (
              <button
                key={speaker.name}
                type="button"
                className={styles.row}
                title={`${countOf(speaker.turns, 'turn')}. Click for the next one.`}
                onClick={() => goToSpeaker(speaker)}
              >
                <span className={styles.dot} style={{ background: `var(--person-${(at % hues) + 1})` }} />
                <span>
                  {speaker.name}
                  {speaker.variants.length > 1 && (
                    <span className={styles.also}>also {speaker.variants.slice(1).join(', ')}</span>
                  )}
                </span>
                <span className={styles.number}>{number.format(speaker.turns)}</span>
              </button>
            ))}
          </Long>
        </nav>
      )}
    </>
  )
}

/** The turns under a heading, counted from 1 without the lines of headings: "1–41". `before` headings stand before it. */
const turnsUnder = (heading: Heading, before: number, next: Heading | undefined, turns: number): string => {
  const [first, last] = [heading.turn - before + 1, (next?.turn ?? turns) - before - 1]
  return first > last ? '' : first === last ? `${first}` : `${first}–${last}`
}

/** The first of many rows, and the rest when asked for. */
const Long = ({ children }: { readonly children: readonly ReactNode[] }) => {
  const [all, showAll] = useState(false)
  if (all || children.length <= few) return children
  return (
    <>
      {children.slice(0, few)}
      <button type="button" className={styles.more} onClick={() => showAll(true)}>
        All {number.format(children.length)}
      </button>
    </>
  )
}
