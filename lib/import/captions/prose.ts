import { foldName, type LabelCandidate, labelAt, labelReach } from '@/lib/transcript/speaker-label'
import type { Turn } from '@/lib/transcript/transcript'
import type { Watch } from '../format'
import { pacer } from '../pace'
import type { Said } from './cue'
import { joined } from './said'

/**
 * When a paragraph ends though the same person goes on: at the end of a sentence after a pause or at a good length (in
 * characters), anywhere after a long pause or at a length that nobody wants to read. Pauses are seconds.
 */
const paragraph = { pause: 2, longPause: 6, good: 450, longest: 1_300 } as const

const sentenceEnd = /[.?!…。！？]["'”’»›)\]]*$/

/** How often a name before a colon must come back to be a speaker: twice; or the names make it a dialogue. */
const recurs = 2
const dialogue = 0.5

/** The labels that lines of the captions begin with, such as `ANNA:`, by their place in the list. */
const labelsIn = (said: readonly Said[]): ReadonlyMap<number, LabelCandidate> => {
  const found = new Map<number, LabelCandidate>()
  const times = new Map<string, number>()
  for (const [at, { words, speaker }] of said.entries()) {
    const candidate = speaker === undefined ? labelAt(words.slice(0, labelReach)) : null
    if (candidate?.key === undefined || !/[:：][*_]*$/.test(words.slice(0, candidate.length).trimEnd())) continue
    found.set(at, candidate)
    times.set(candidate.key, (times.get(candidate.key) ?? 0) + 1)
  }
  const isDialogue = times.size >= 2 && found.size >= said.length * dialogue
  return new Map([...found].filter(([, { key = '' }]) => isDialogue || (times.get(key) ?? 0) >= recurs))
}

type Open = {
  words: string
  readonly speaker?: string
  /** The label of words that begin with one. */
  readonly label?: LabelCandidate
  /** Whether the file names the speaker beside the words, and the label still has to be written. */
  readonly named: boolean
  from?: number
  to?: number
}

const goesOn = (open: Open, one: Said): boolean => {
  if (one.apart || (one.speaker ?? '') !== (open.label ? '' : (open.speaker ?? ''))) return false
  const pause = one.from !== undefined && open.to !== undefined ? one.from - open.to : 0
  if (pause >= paragraph.longPause || open.words.length >= paragraph.longest) return false
  return !sentenceEnd.test(open.words.slice(-12)) || (pause < paragraph.pause && open.words.length < paragraph.good)
}

/**
 * What was said as a text that reads like a transcript, and its turns: pieces of one speaker are joined to paragraphs,
 * an empty line stands between two. Where the speaker changes the paragraph begins with `Name: `, which is its label. A
 * name that the words themselves begin with is the label as it stands; the file does not say how far its words reach, so
 * the paragraphs after it have no speaker.
 */
export const composeProse = async (
  said: readonly Said[],
  watch: Watch,
): Promise<{ readonly text: string; readonly turns: Turn[] }> => {
  const labels = labelsIn(said)
  const texts: string[] = []
  const turns: Turn[] = []
  let length = 0
  let before: string | undefined
  const close = ({ words, speaker, label, named, from, to }: Open) => {
    const written = named && speaker !== undefined ? `${speaker}:` : words.slice(0, label?.length ?? 0)
    const spoken = words.slice(label?.length ?? 0).trimStart()
    const whole = [written, spoken].filter((part) => part !== '').join(' ')
    const start = length + whole.length - spoken.length
    turns.push({
      start,
      end: length + whole.length,
      ...(written !== '' && { label: { start: length, end: length + written.length } }),
      ...(speaker !== undefined && { speaker }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && from !== undefined && to >= from && { to }),
    })
    texts.push(whole)
    length += whole.length + 2
  }
  let open: Open | null = null
  const pace = pacer(watch, said.length, 5_000)
  for (const [at, one] of said.entries()) {
    const waits = pace(at)
    if (waits) await waits
    const label = labels.get(at)
    if (open && !label && goesOn(open, one)) {
      open.words = joined(open.words, one.words)
      open.from ??= one.from
      if (one.to !== undefined) open.to = Math.max(open.to ?? 0, one.to)
      continue
    }
    if (open) close(open)
    const speaker = one.speaker ?? label?.speaker
    const named = one.speaker !== undefined && (before === undefined || foldName(before) !== foldName(one.speaker))
    open = { words: one.words, named, ...(speaker !== undefined && { speaker }), ...(label && { label }) }
    open.from = one.from
    open.to = one.to
    before = one.speaker
  }
  if (open) close(open)
  return { text: texts.join('\n\n'), turns }
}
