import type { Oddities } from '../notes'
import { type Cue, readTimes } from './cue'

/** The times of SubRip: `00:00:01,000 --> 00:00:04,000`. */
const strict = /^\s*\d{2,}:[0-5]\d:[0-5]\d,\d{3} --> \d{2,}:[0-5]\d:[0-5]\d,\d{3}(?!\d)/

/** A line that was meant to hold times. */
const meant = /^\s*\d{1,9}:\S{0,20}\s*--?>/

const isCounter = (line: string | undefined) => line !== undefined && /^\s*\d{1,9}\s*$/.test(line)
const isBlank = (line: string | undefined) => line === undefined || line.trim() === ''

/**
 * The cues of a SubRip file: each line of times begins one, and the counter above it belongs to it. Empty lines inside a
 * cue stay words, because nothing else may stand between two cues. Words before the first cue are told as `stray`.
 */
export const readSrt = (text: string, odd: Oddities): Cue[] => {
  const lines = text.split('\n')
  const cues: Cue[] = []
  let open: (Omit<Cue, 'payload'> & { readonly first: number }) | null = null
  const close = (next: number) => {
    let end = next
    // The counter of the next cue: after an empty line any number, without one the number that comes next.
    const counted = Number(lines[end - 1]) === cues.length + (open ? 2 : 1)
    if (next < lines.length && isCounter(lines[end - 1]) && (isBlank(lines[end - 2]) || counted)) end -= 1
    const start = open?.first ?? 0
    while (end > start && isBlank(lines[end - 1])) end -= 1
    if (open) {
      const { first, ...cue } = open
      cues.push({ ...cue, payload: lines.slice(first, end).join('\n') })
    } else {
      const stray = lines.findIndex((line, at) => at < end && !isBlank(line))
      if (stray !== -1) odd.add('stray', stray + 1, lines[stray])
    }
  }
  for (const [at, line] of lines.entries()) {
    const times = line.includes('>') || line.includes('→') ? readTimes(line) : null
    if (!times && !meant.test(line)) continue
    close(at)
    const unread = { from: Number.NaN, to: Number.NaN }
    open = { ...(times ?? unread), line: at + 1, first: at + 1, ...(!strict.test(line) && { loose: true }) }
  }
  close(lines.length)
  return open ? cues : []
}
