import { AppError } from '@/lib/errors'
import { quoted, quotedLast } from '@/lib/text/quoted'
import { importedOf } from './captions/imported'
import { refuseMany, saidIn } from './captions/said'
import { isVtt, readVtt } from './captions/vtt-cues'
import { decodeText } from './decode'
import type { ImportFormat } from './format'
import { counted, oddities } from './notes'
import { storable, withLineFeeds } from './text'

const entry = /^([A-Za-z][A-Za-z ]{0,30}):[ \t]*(.*\S)[ \t]*$/

/** What `Language: en` and lines like it say, in the header and in NOTEs. The first of each counts. */
const entriesOf = (lines: readonly string[]): ReadonlyMap<string, string> => {
  const entries = new Map<string, string>()
  for (const line of lines) {
    const [, key, value] = entry.exec(line) ?? []
    if (key && value && !entries.has(key.toLowerCase())) entries.set(key.toLowerCase(), value)
  }
  return entries
}

/** WebVTT in UTF-8: the words of its cues, joined to paragraphs, with speakers and times. */
export const vtt: ImportFormat = {
  name: 'vtt',
  label: 'WebVTT',
  extensions: ['.vtt', '.webvtt'],
  mediaTypes: ['text/vtt'],
  read: ({ name, bytes }, watch = {}) => {
    const text = storable(name, withLineFeeds(decodeText(name, bytes)))
    if (!isVtt(text))
      throw new AppError(
        'invalid',
        `${name} is not a WebVTT file: line 1 must begin with the word WEBVTT. Add it, or name the file by what it is.`,
      )
    const odd = oddities()
    const { cues, heading, header, comments } = readVtt(text, odd)
    refuseMany(name, cues)
    const { said, notes } = saidIn(cues, odd)
    if (said.length === 0)
      throw new AppError(
        'invalid',
        `${name} holds no words: ${counted(cues.length, 'cue')} below line 1. A cue is a line such as 00:01.000 --> 00:04.000 with its words below it.`,
      )
    const entries = entriesOf([...header, ...comments.flatMap((comment) => comment.split('\n').slice(0, 20))])
    const left = comments.filter((comment) => !entry.test(comment))
    if (left.length > 0)
      notes.push(
        `${counted(left.length, 'NOTE')} of the file ${left.length === 1 ? 'is' : 'are'} not part of the text: ${left.length > 1 ? `${quoted(left[0] as string)} and others.` : quotedLast(left[0] as string)}`,
      )
    return importedOf(said, { name, entries, title: heading.replace(/^[-–—:]\s*/, ''), notes }, watch)
  },
}
