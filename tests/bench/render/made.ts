import type { Range } from '@/lib/text/range'
import { seeded } from '../seeded'

const speakers = ['Marrant', 'Valkov', 'Clerk', 'Harbour master']
const words = (
  'the north quay and maybe a road to islands where nobody reads an annex but we did say so on that evening call because ' +
  'transport of goods from harbour ministries takes longer than anyone in this delegation would admit before summer'
).split(' ')

/** Speakers' turns of 20 to 120 words with their labels, `count` words in all. */
export const madeText = (count: number, seed: number): string => {
  const next = seeded(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  const turns: string[] = []
  for (let left = count; left > 0; ) {
    const speaker = speakers[below(speakers.length)] as string
    const length = Math.max(1, Math.min(left, 20 + below(101)) - speaker.split(' ').length)
    const said = Array.from({ length }, () => words[below(words.length)])
    turns.push(`${speaker}: ${said.join(' ')}.`)
    left -= speaker.split(' ').length + length
  }
  return `${turns.join('\n\n')}\n`
}

const longest = 60
const deepest = 4
/** How much of the room under four layers is filled at the most, so that the last ones still find some. */
const filled = 0.6

/**
 * `count` ranges of 1 to 60 words, evenly over the text, up to four over a word, in document order. Where the text is too
 * short for so many, short ones are more frequent.
 */
export const madeRanges = (text: string, count: number, seed: number): readonly Range[] => {
  const next = seeded(seed)
  const places = [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }))
  const depth = new Uint8Array(places.length)
  const share = (filled * deepest * places.length) / count
  const skew = Math.max(1, (longest - 1) / Math.max(share - 1, 0.1) - 1)
  const ranges: Range[] = []
  while (ranges.length < count) {
    const first = Math.floor(next() * places.length)
    const wanted = 1 + Math.floor((longest - 1) * next() ** skew + next())
    let last = first
    while (last < first + wanted && last < places.length && (depth[last] ?? 0) < deepest) last += 1
    if (last === first) continue
    for (let at = first; at < last; at += 1) depth[at] = (depth[at] ?? 0) + 1
    ranges.push({ start: places[first]?.start ?? 0, end: places[last - 1]?.end ?? 0 })
  }
  return ranges.sort((a, b) => a.start - b.start || b.end - a.end)
}
