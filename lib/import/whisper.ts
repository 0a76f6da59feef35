import { AppError } from '@/lib/errors'
import { importedOf } from './captions/imported'
import { type Segment, saidInSegments } from './captions/segments'
import type { ImportFormat } from './format'
import { isObject, type JsonObject, jsonOrNull, parseJson } from './json'

/** The segments of a file: Whisper's and WhisperX's `segments`, whisper.cpp's `transcription`, or a bare list. */
const segmentsOf = (value: unknown): { readonly list: string; readonly segments: readonly unknown[] } | null => {
  if (Array.isArray(value)) return { list: 'the list', segments: value }
  if (!isObject(value)) return null
  const list = ['segments', 'transcription'].find((key) => Array.isArray(value[key]))
  return list === undefined ? null : { list, segments: value[list] as unknown[] }
}

const isWhisper = (value: unknown): boolean => {
  const found = segmentsOf(value)
  const [first] = found?.segments ?? []
  return (isObject(first) && 'text' in first) || (isObject(value) && 'text' in value && found !== null)
}

const wordOf = (word: JsonObject) => word.word ?? word.text

/** A segment as one, or as several where its words are of different speakers. Times are seconds, whisper.cpp's milliseconds. */
const readSegment = (segment: JsonObject): Segment[] => {
  const { text, speaker, start, end, offsets } = segment
  if (isObject(offsets)) {
    const [from, to] = [offsets.from, offsets.to].map((time) => (typeof time === 'number' ? time / 1000 : undefined))
    return [{ words: text, speaker, from, to }]
  }
  const words = Array.isArray(segment.words) ? segment.words.filter(isObject) : []
  const speakers = new Set(words.flatMap((word) => (typeof word.speaker === 'string' ? [word.speaker] : [])))
  if (speakers.size < 2) return [{ words: text, speaker: speaker ?? [...speakers][0], from: start, to: end }]
  const said: { words: string; speaker: unknown; from: unknown; to: unknown }[] = []
  for (const word of words) {
    const last = said.at(-1)
    if (!last || (word.speaker !== undefined && word.speaker !== last.speaker))
      said.push({ words: String(wordOf(word) ?? ''), speaker: word.speaker, from: word.start, to: word.end })
    else {
      last.words += ` ${String(wordOf(word) ?? '').trim()}`
      last.to = word.end ?? last.to
    }
  }
  // Where the words are not those of the text, the text counts.
  const bare = (spoken: string) => spoken.replaceAll(/\s+/g, '')
  const whole = said.map((one) => one.words).join('')
  return typeof text === 'string' && bare(whole) !== bare(text)
    ? [{ words: text, speaker, from: start, to: end }]
    : said
}

/** What Whisper calls its languages in words, where it does not give their codes. */
const languages: Readonly<Record<string, string>> = {
  ...{
    arabic: 'ar',
    chinese: 'zh',
    czech: 'cs',
    danish: 'da',
    dutch: 'nl',
    english: 'en',
    finnish: 'fi',
    french: 'fr',
  },
  ...{ german: 'de', greek: 'el', hebrew: 'he', hindi: 'hi', hungarian: 'hu', indonesian: 'id', italian: 'it' },
  ...{ japanese: 'ja', korean: 'ko', norwegian: 'no', persian: 'fa', polish: 'pl', portuguese: 'pt', romanian: 'ro' },
  ...{ russian: 'ru', spanish: 'es', swedish: 'sv', turkish: 'tr', ukrainian: 'uk', vietnamese: 'vi' },
}

const languageOf = (value: unknown): string | undefined => {
  const result = isObject(value) && isObject(value.result) ? value.result : value
  const given = isObject(result) && typeof result.language === 'string' ? result.language.toLowerCase() : ''
  return Object.hasOwn(languages, given) ? languages[given] : /^[a-z]{2,3}(?:-[a-z]+)?$/.test(given) ? given : undefined
}

/** What Whisper, WhisperX and whisper.cpp write as JSON: `segments` of `start`, `end`, `text`, at times `speaker`. */
export const whisper: ImportFormat = {
  name: 'whisper',
  label: 'Whisper JSON',
  extensions: ['.json'],
  mediaTypes: ['application/json'],
  fits: ({ bytes }) => isWhisper(jsonOrNull(bytes)),
  read: ({ name, bytes }, watch = {}) => {
    const value = parseJson(name, bytes)
    const found = segmentsOf(value)
    if (!found || !isWhisper(value))
      throw new AppError(
        'unsupported',
        `${name} is JSON of another shape. What can be imported has a list called segments, each with text, start and end (Whisper) or body, startTime and endTime (podcasts).`,
      )
    const { said, notes } = saidInSegments(name, found.segments, { list: found.list, read: readSegment })
    const language = languageOf(value)
    return importedOf(said, { name, notes, entries: new Map(language ? [['language', language]] : []) }, watch)
  },
}
