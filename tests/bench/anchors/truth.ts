import type { Range } from '@/lib/text/range'
import type { Version } from './edits'

/** Where an annotation's words went; more than one place only where a moved sentence cut it into nearly equal parts. */
export type Truth = readonly Range[]

/** A part counts when it holds at least this much of what the largest part holds. */
const nearlyEqual = 2 / 3

/** What is found is right when what it shares with the true place is at least this much of both together. */
const shared = 0.75

/**
 * The true places of the annotation over the words `first` to `last`: from the first to the last of its words that are
 * left, with what was put between them. Words of a moved sentence are another part. None when all words were taken out.
 */
export const truthOf = ({ places, pieces }: Version, first: number, last: number): Truth => {
  const parts = new Map<number, { start: number; end: number; letters: number }>()
  for (let word = first; word <= last; word += 1) {
    const place = places[word]
    const piece = pieces[word] ?? 0
    if (!place) continue
    const part = parts.get(piece)
    const letters = place.end - place.start
    if (part) Object.assign(part, { end: place.end, letters: part.letters + letters })
    else parts.set(piece, { ...place, letters })
  }
  const most = Math.max(0, ...[...parts.values()].map(({ letters }) => letters))
  return [...parts.values()].filter(({ letters }) => letters >= most * nearlyEqual)
}

export type Verdict = 'right' | 'wrong' | 'doubtful' | 'lost'
export type Judged = { readonly verdict: Verdict /** Right, and no letter more or less. */; readonly exactly: boolean }

const likeness = (a: Range, b: Range) => {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return both <= 0 ? 0 : both / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

/**
 * Right: given a place without a doubt that is the true one, or given none when no word is left. Doubtful: a person is
 * asked, whatever the place. Wrong: any other place. Lost: no place although words are left.
 */
export const judge = (truth: Truth, found: (Range & { placed?: string }) | null): Judged => {
  if (!found) return truth.length === 0 ? { verdict: 'right', exactly: true } : { verdict: 'lost', exactly: false }
  if (found.placed === 'doubtful') return { verdict: 'doubtful', exactly: false }
  const right = truth.some((place) => likeness(place, found) >= shared)
  const exactly = truth.some((place) => place.start === found.start && place.end === found.end)
  return { verdict: right ? 'right' : 'wrong', exactly }
}
