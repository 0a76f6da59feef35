import { findTurns } from '@/lib/transcript/turns'
import { decodeText } from './decode'
import type { ImportFormat } from './format'
import { acceptText } from './text'
import { titleOfFile, titleOfText } from './title'

/** Plain text in UTF-8. The text of the transcript is the file itself. */
export const plainText: ImportFormat = {
  name: 'text',
  label: 'Text',
  extensions: ['.txt', '.text'],
  mediaTypes: ['text/plain'],
  read: ({ name, bytes }, watch = {}) => {
    const text = acceptText(name, decodeText(name, bytes))
    const turns = findTurns(text, watch.progress)
    return { text, turns, metadata: {}, title: titleOfText(text, turns) ?? titleOfFile(name) }
  },
}
