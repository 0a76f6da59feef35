import { z } from 'zod'
import { Passage } from './comparison'

/** Below this share of words in common a newer version is asked about: it may be the wrong file. */
export const fewSame = 1 / 3

/** Whether so few words are the same that it may be the wrong file. */
export const isDifferent = ({ same }: { readonly same: number }): boolean => same < fewSame

/** How few words are the same, as a sentence. */
export const sameInWords = (same: number): string =>
  same < 0.01 ? 'Hardly a word is the same.' : `Only ${Math.floor(same * 100)}% of the words are the same.`

/** A passage that changes; what is annotated there is told by the counts. */
const Changed = Passage.unwrap().omit({ marks: true }).readonly()

const Counts = z
  .object({
    kept: z.int().describe('They stand on the same words, as surely as before.'),
    moved: z.int().describe('Their words were changed a little, or stand elsewhere now.'),
    doubtful: z.int().describe('A person should look whether they stand where they should.'),
    lost: z.int().describe('Their words are gone.'),
  })
  .readonly()
  .describe('Annotations by what becomes of them, without deleted ones and those that were decided about.')

/** What a newer version of the file does to a transcript, or did. */
export const VersionOutcome = z
  .object({
    revision: z.int().describe('The number of the revision it makes.'),
    made: z.boolean().describe('False for a preview: nothing was stored.'),
    places: z.int().describe('At how many places it changes the text.'),
    same: z.number().describe('The share of the words that are the same, 0 to 1.'),
    turns: z.boolean().describe('Whether speakers, times or the cut into turns change besides the text.'),
    annotations: Counts,
    passages: z.int().describe('In how many passages they stand.'),
    first: z.array(Changed).readonly().describe('The first of the passages.'),
  })
  .readonly()
export type VersionOutcome = z.infer<typeof VersionOutcome>
