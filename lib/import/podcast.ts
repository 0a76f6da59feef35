import { AppError } from '@/lib/errors'
import { importedOf } from './captions/imported'
import { saidInSegments } from './captions/segments'
import type { ImportFormat } from './format'
import { isObject, jsonOrNull, parseJson } from './json'

const isPodcast = (value: unknown): boolean =>
  isObject(value) &&
  Array.isArray(value.segments) &&
  isObject(value.segments[0]) &&
  ('body' in value.segments[0] || 'startTime' in value.segments[0])

/** Transcripts of the podcast namespace in JSON: `segments` of `speaker`, `startTime`, `endTime`, `body`. */
export const podcast: ImportFormat = {
  name: 'podcast',
  label: 'podcast JSON',
  extensions: ['.json'],
  mediaTypes: ['application/json'],
  fits: ({ bytes }) => isPodcast(jsonOrNull(bytes)),
  read: ({ name, bytes }, watch = {}) => {
    const value = parseJson(name, bytes)
    if (!isObject(value) || !Array.isArray(value.segments))
      throw new AppError('unsupported', `${name} has no list called segments, as a podcast transcript would.`)
    const { said, notes } = saidInSegments(name, value.segments, {
      list: 'segments',
      read: ({ body, speaker, startTime, endTime }) => [{ words: body, speaker, from: startTime, to: endTime }],
    })
    return importedOf(said, { name, notes }, watch)
  },
}
