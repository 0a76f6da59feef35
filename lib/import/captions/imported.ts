import type { Turn } from '@/lib/transcript/transcript'
import type { Imported, Watch } from '../format'
import { metadataOf } from '../markdown'
import { within } from '../pace'
import { acceptText } from '../text'
import { asTitle, titleOfFile } from '../title'
import type { Said } from './cue'
import { composeProse } from './prose'

/** What a file with times says beside its words: entries such as `language`, in lower case, and what was noticed. */
export type Beside = {
  readonly name: string
  readonly entries?: ReadonlyMap<string, string>
  readonly title?: string
  readonly notes?: readonly string[]
}

/** The import that the words of captions or of a recording make. */
export const importedOf = async (said: readonly Said[], beside: Beside, watch: Watch): Promise<Imported> => {
  const { name, entries = new Map(), notes = [] } = beside
  const { text: composed, turns } = await composeProse(said, within(watch, 0.5, 0.95))
  const text = acceptText(name, composed)
  watch.progress?.(1)
  return {
    text,
    turns: turns as readonly Turn[],
    metadata: metadataOf({ start: 0, end: 0, entries }),
    title: asTitle(entries.get('title') ?? '') || asTitle(beside.title ?? '') || titleOfFile(name),
    ...(notes.length > 0 && { notes }),
  }
}
