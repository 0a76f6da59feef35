import { z } from 'zod'
import { Annotation } from '@/lib/annotation/annotation'
import { placeReasons } from '@/lib/text/candidates'
import { Id, Time } from '@/lib/text/scalars'
import { causes } from './corrected'

const Excerpt = {
  before: z.string().describe('Some words before it.'),
  words: z.string().describe('Its words, the first 2,000 characters of them.'),
  after: z.string().describe('Some words behind it.'),
  cut: z.boolean().describe('Whether there are more words than are given.'),
}

/** One place in the newest text that an annotation may be attached to. */
export const RepairPlace = z
  .object({
    ...{ start: z.int(), end: z.int(), ...Excerpt },
    why: z
      .enum(placeReasons)
      .describe('It stands here now, the same words, words like them, or the sentence that its words stood in.'),
    alike: z.number().describe('How alike the words are, 0 to 1.'),
    around: z.number().describe('How alike what stands around them is, 0 to 1.'),
    score: z.number().describe('Both together and how near it is, 0 to 1. The best place comes first.'),
  })
  .readonly()
export type RepairPlace = z.infer<typeof RepairPlace>

/** The revision that an annotation lost its words to. */
const Loss = z
  .object({
    revision: z.int(),
    cause: z.enum(causes),
    by: z.object({ id: Id, name: z.string() }).readonly(),
    at: Time,
    reason: z.string().nullable(),
  })
  .readonly()

/** An annotation that waits to be repaired: where it last stood surely, what was done to that, and where it may go. */
export const Repair = z
  .object({
    annotation: Annotation,
    held: z
      .object({ revision: z.int(), ...Excerpt })
      .readonly()
      .describe('The passage on which it last stood surely, in that revision.'),
    now: z
      .object(Excerpt)
      .readonly()
      .describe('What stands at its place in the newest text; no words where it is lost.'),
    loss: Loss.nullable().describe('Who corrected the words away, where that is known.'),
    places: z.array(RepairPlace).readonly(),
  })
  .readonly()
  .meta({ id: 'Repair' })
export type Repair = z.infer<typeof Repair>

/** A page of the repair queue. */
export const Repairs = z
  .object({
    revision: z.int().describe('The newest revision: the places are in its text.'),
    waiting: z.int().describe('How many wait in all.'),
    items: z.array(Repair).readonly(),
    next: z.string().nullable().describe('The `cursor` of the next page, or null at the end.'),
  })
  .readonly()
  .meta({ id: 'Repairs' })
export type Repairs = z.infer<typeof Repairs>
