import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FlagSort } from '@/lib/annotation/kinds'
import type { Range } from '@/lib/text/range'

/** Words of a text, named by a longer passage that stands in it exactly once. */
export type Place = { readonly found: string; readonly in: string }

/** A fault that was planted in the demo article: what a checker is meant to find. `elsewhere` are the places it contradicts. */
export type PlantedFault = Place & {
  readonly sort: FlagSort
  readonly expected: readonly string[]
  readonly why: string
  readonly elsewhere?: readonly string[]
}

/** A quotation of the article, without its marks, and how it stands to the recording. `source` is the wording there where it differs. */
export type PlantedQuotation = {
  readonly words: string
  readonly verdict: 'exact' | 'typographic' | 'altered' | 'absent'
  readonly source?: string
}

export type Planted = {
  readonly faults: readonly PlantedFault[]
  readonly quotations: readonly PlantedQuotation[]
  readonly claims: readonly string[]
  readonly quiet: readonly (Place & { readonly why: string })[]
}

const folder = join(process.cwd(), 'prisma/demo')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')

/** The names of the two files of the demo desk. */
export const articleFile = 'harbour-call.md'
export const recordingFile = 'port-authority-recording.md'

/** The invented article with its planted faults, the call it quotes from, and the list of the faults. */
export const readDemo = () => ({
  article: read(articleFile),
  recording: read(recordingFile),
  planted: JSON.parse(read('planted.json')) as Planted,
})

/** Where the words of a place stand in the text, in UTF-16 offsets. Throws RangeError unless they are there exactly once. */
export const placeIn = (text: string, place: Place): Range => {
  const once = (whole: string, part: string) => {
    const at = whole.indexOf(part)
    if (at === -1) throw new RangeError(`"${part}" does not stand in "${whole.slice(0, 60)}…".`)
    if (whole.indexOf(part, at + 1) !== -1) throw new RangeError(`"${part}" stands more than once.`)
    return at
  }
  const start = once(text, place.in) + once(place.in, place.found)
  return { start, end: start + place.found.length }
}
