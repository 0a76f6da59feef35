import { z } from 'zod'

/** Below this share of words in common a newer version is asked about: it may be the wrong file. */
export const fewSame = 1 / 3

/** Whether so few words are the same that it may be the wrong file. */
export const isDifferent = ({ same }: { readonly same: number }): boolean => same < fewSame

/** The share of words in common as a sentence. Never rounded up to nothing having changed. */
export const sameInWords = (same: number): string => `Only ${Math.floor(same * 100)} % of the words are the same.`

const Difference = z
  .object({
    was: z.string(),
    is: z.string(),
    places: z.int().describe('How many places it is: those beside each other are shown together.'),
    before: z.string().describe('A few words that stand before it.'),
    after: z.string().describe('A few words that stand behind it.'),
  })
  .readonly()
export type Difference = z.infer<typeof Difference>

const Counts = z
  .object({
    kept: z.int().describe('They stand on the same words, as surely as before.'),
    moved: z.int().describe('Their words were changed a little, or stand elsewhere now.'),
    doubtful: z.int().describe('A person should look whether they stand where they should.'),
    lost: z.int().describe('Their words are gone.'),
  })
  .readonly()

/** What a newer version of the file does to a transcript, or did. */
export const VersionOutcome = z
  .object({
    revision: z.int().describe('The number of the revision it makes.'),
    made: z.boolean().describe('False for a preview: nothing was stored.'),
    places: z.int().describe('At how many places it changes the text.'),
    same: z.number().describe('The share of the words that are the same, 0 to 1.'),
    turns: z.boolean().describe('Whether speakers, times or the cut into turns change besides the text.'),
    annotations: Counts,
    differences: z.array(Difference).readonly().describe('The first of the places.'),
  })
  .readonly()
export type VersionOutcome = z.infer<typeof VersionOutcome>
