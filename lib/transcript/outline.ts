import type { Range } from '@/lib/text/range'
import { foldName } from './speaker-label'
import type { Turn } from './transcript'

/** A Markdown heading: its line, its words, its level from 1 to 6, and the turn (from 0) it is. */
export type Heading = Range & { readonly title: string; readonly level: number; readonly turn: number }

/** A speaker: the label used most, every way it is written, how many turns, and where the first of them begins. */
export type Speaker = {
  readonly name: string
  readonly turns: number
  readonly variants: readonly string[]
  /** UTF-16 offset of the first turn, label included. */
  readonly first: number
}

export type Outline = { readonly headings: readonly Heading[]; readonly speakers: readonly Speaker[] }

const heading = /^(#{1,6})[ \t]+(.*)$/

/** How much of a heading is shown. */
const longest = 200

/** The heading that a turn without a label is, the `turn`th from 0; null where it is none. */
export const headingOf = (text: string, { start, end }: Range, turn: number): Heading | null => {
  if (text[start] !== '#') return null
  const newline = text.indexOf('\n', start)
  const stop = newline === -1 || newline > end ? end : newline
  const [, signs, words] = heading.exec(text.slice(start, Math.min(stop, start + longest))) ?? []
  const title = words?.replace(/[ \t]+#+[ \t]*$/, '').trim()
  return signs && title ? { start, end: stop, title, level: signs.length, turn } : null
}

/** What is said under one label, and where the turn begins. */
export type Spoken = { readonly speaker: string; readonly start: number }

/**
 * The speakers of these turns, those with most turns first. Labels that differ only in case or closing punctuation are one
 * speaker; whether two names are one person is not asked.
 */
export const speakersOf = (turns: Iterable<Spoken>): readonly Speaker[] => {
  const speakers = new Map<string, { counts: Map<string, number>; turns: number; first: number }>()
  for (const { speaker: name, start } of turns) {
    const key = foldName(name)
    const speaker = speakers.get(key) ?? { counts: new Map(), turns: 0, first: start }
    speaker.turns += 1
    speaker.counts.set(name, (speaker.counts.get(name) ?? 0) + 1)
    speakers.set(key, speaker)
  }
  const listed = [...speakers.values()].map(({ counts, turns: spoken, first }) => {
    const variants = [...counts].sort(([, a], [, b]) => b - a).map(([variant]) => variant)
    return { name: variants[0] ?? '', turns: spoken, variants, first }
  })
  return listed.sort((a, b) => b.turns - a.turns || a.first - b.first)
}

/** What one steers by in a transcript: its headings in document order, and its speakers. */
export const outline = (text: string, turns: readonly Turn[]): Outline => {
  const headings: Heading[] = []
  const spoken: Spoken[] = []
  for (const [index, turn] of turns.entries()) {
    if (turn.speaker !== undefined) {
      spoken.push({ speaker: turn.speaker, start: turn.label?.start ?? turn.start })
      continue
    }
    const found = turn.label ? null : headingOf(text, turn, index)
    if (found) headings.push(found)
  }
  return { headings, speakers: speakersOf(spoken) }
}
