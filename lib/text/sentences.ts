import type { Range } from './range'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' })

/** Titles and the like, after whose full stop a sentence goes on: none that often end one ("etc.", "Co."). Sorted. */
const beforeNames = new Set(
  (
    'adm brig capt cf cmdr col cpl dr e.g fr gen gov hon i.e lt maj messrs mr mrs ms pres prof rep rev sen sgt st supt ' +
    'viz vs'
  ).split(' '),
)
/** The same, in front of figures only: “No. 7”, but “No. She did.” */
const beforeFigures = new Set(['no', 'nos', 'p', 'pp', 'vol'])

/** Whether a piece ends in a shortening or an initial, so that the next belongs to it. */
const goesOn = (piece: string, next: string): boolean => {
  const last = /(?:^|[\s(“"'‘])((?:\p{L}\.)*\p{L}*)\.$/u.exec(piece)?.[1]
  if (!last) return false
  const word = last.toLowerCase()
  if (beforeFigures.has(word)) return /^\d/.test(next)
  return beforeNames.has(word) || /^(?:\p{Lu}\.)*\p{Lu}$/u.test(last)
}

/** Whether a piece begins as only the rest of a sentence does: “Stop!” he said. */
const continues = (piece: string): boolean => /^[\s"'”’»)\]]*(?:[–—,;:]|\p{Ll})/u.test(piece)

/**
 * The sentences of one paragraph, without the white space around them, by the rules of Unicode (UAX 29) but for what
 * those cut in two: after titles and initials, and between quoted words and who said them. A single line break counts as
 * a space, because many texts break their lines by hand.
 */
export const sentencesOf = (paragraph: string): readonly Range[] => {
  const found: { start: number; end: number }[] = []
  let last = ''
  for (const { index, segment } of segmenter.segment(paragraph.replace(/[\n\r\f\v\t\u2028\u2029\u0085]/g, ' '))) {
    const words = segment.trim()
    if (words === '') continue
    const start = index + segment.indexOf(words)
    const before = found.at(-1)
    if (before && (goesOn(last, words) || continues(words))) before.end = start + words.length
    else found.push({ start, end: start + words.length })
    last = words
  }
  return found
}
