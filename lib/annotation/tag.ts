import { z } from 'zod'
import { PlainText } from '@/lib/text/plain'
import { Id } from '@/lib/text/scalars'
import { Tag } from './annotation'
import { tagColours } from './tag-colours'

/** The most entries a codebook has. */
export const mostTags = 1_000

/** What an entry of the codebook says: the tag, its colour, and when to use it. */
export const TagFields = z.object({
  name: Tag,
  colour: z.enum(tagColours, `Choose one of ${tagColours.join(', ')}.`),
  note: PlainText.trim().max(2_000, 'Keep the note under 2,000 characters.'),
})
export type TagFields = z.infer<typeof TagFields>

/** An entry of a desk's codebook. */
export const TagEntry = z
  .object({ id: Id, version: z.int(), ...TagFields.shape })
  .readonly()
  .meta({ id: 'Tag' })
export type TagEntry = z.infer<typeof TagEntry>

const Meaning = TagFields.omit({ name: true }).readonly()

/** What importing does to the codebook: what is new, what is changed, what is so already. Nothing is taken out. */
export const TagImport = z
  .object({
    added: z.array(z.string()).readonly(),
    changed: z
      .array(z.object({ name: z.string(), before: Meaning, after: Meaning }).readonly())
      .readonly()
      .describe('The tags whose colour or note differs, as they are and as they would be.'),
    same: z.array(z.string()).readonly(),
    /** Whether it was done, or only looked at. */
    done: z.boolean(),
  })
  .readonly()
export type TagImport = z.infer<typeof TagImport>
