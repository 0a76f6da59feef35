import { AppError } from '@/lib/errors'
import { importedOf } from './captions/imported'
import { refuseMany, saidIn } from './captions/said'
import { readSrt } from './captions/srt-cues'
import { decodeLoosely } from './decode'
import type { ImportFormat } from './format'
import { oddities } from './notes'
import { storable, withLineFeeds } from './text'

/** SubRip subtitles: the words of the cues, joined to paragraphs, with times, and speakers where words name them. */
export const srt: ImportFormat = {
  name: 'srt',
  label: 'SubRip (SRT)',
  extensions: ['.srt'],
  mediaTypes: ['application/x-subrip', 'application/srt', 'text/srt'],
  read: ({ name, bytes }, watch = {}) => {
    const decoded = decodeLoosely(name, bytes)
    const text = storable(name, withLineFeeds(decoded.text))
    const odd = oddities()
    const cues = readSrt(text, odd)
    refuseMany(name, cues)
    const { said, notes } = saidIn(cues, odd)
    if (said.length === 0)
      throw new AppError(
        'invalid',
        `${name} holds no subtitles: no line has times such as 00:00:01,000 --> 00:00:04,000 with words below it. If it is plain text, name it .txt and import it again.`,
      )
    return importedOf(said, { name, notes: [...decoded.notes, ...notes] }, watch)
  },
}
