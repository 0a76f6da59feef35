import { AppError } from '@/lib/errors'
import { isObject, type JsonObject, wordsAt } from '../json'
import { counted, grouped, oddities } from '../notes'
import { asTime, type Said } from './cue'

/** A segment of a JSON file, its values not yet trusted. */
export type Segment = {
  readonly words: unknown
  readonly speaker?: unknown
  readonly from?: unknown
  readonly to?: unknown
}

/** How a format's segments are read, and what they are called in sentences: `segments`. */
export type Shape = { readonly list: string; readonly read: (segment: JsonObject) => readonly Segment[] }

const rounded = (value: number | undefined) => (value === undefined ? undefined : Math.round(value * 1000) / 1000)

/**
 * What is said in the segments of a JSON file, and what a person should know about them. Segments are counted from 1 in
 * sentences. Throws AppError where a segment is none, or where none has words.
 */
export const saidInSegments = (
  name: string,
  segments: readonly unknown[],
  { list, read }: Shape,
): { readonly said: Said[]; readonly notes: string[] } => {
  const odd = oddities()
  const said: Said[] = []
  let last = 0
  for (const [index, segment] of segments.entries()) {
    const number = index + 1
    const where = `${list}, number ${grouped(number)}`
    if (!isObject(segment))
      throw new AppError('invalid', `${name} has something other than a segment in ${where}. Export it again.`)
    for (const given of read(segment)) {
      const words = wordsAt(name, where, given.words)
      if (words === '') {
        odd.add('empty', number)
        continue
      }
      const speaker = wordsAt(name, where, given.speaker)
      const from = rounded(asTime(given.from))
      const to = rounded(asTime(given.to))
      if (from === undefined) odd.add('untimed', number)
      else {
        if (from < last) odd.add('back', number)
        last = from
      }
      const reversed = from !== undefined && to !== undefined && to < from
      if (reversed) odd.add('reversed', number)
      said.push({
        words,
        ...(speaker !== '' && { speaker }),
        ...(from !== undefined && { from }),
        ...(from !== undefined && to !== undefined && !reversed && { to }),
      })
    }
  }
  if (said.length === 0)
    throw new AppError(
      'invalid',
      `${name} holds no words: ${counted(segments.length, 'segment')} in ${list}, none with text.`,
    )
  const notes = sentences.flatMap(([sort, sentence]) => {
    const found = odd.get(sort)
    return found
      ? [`${counted(found.count, 'segment')} ${sentence(found.count)}, the first is number ${grouped(found.line)}.`]
      : []
  })
  return { said, notes }
}

const does = (count: number, one: string, many: string) => (count === 1 ? one : many)

const sentences: readonly (readonly [sort: string, sentence: (count: number) => string])[] = [
  ['untimed', (n) => `${does(n, 'has', 'have')} no time that can be read`],
  ['reversed', (n) => `${does(n, 'ends before it begins', 'end before they begin')}, so the end is left out`],
  ['back', (n) => `${does(n, 'begins', 'begin')} before the one above, and the order of the file is kept`],
  ['empty', (n) => `${does(n, 'has', 'have')} no words and ${does(n, 'is', 'are')} left out`],
]
