import { z } from 'zod'
import { Mark } from '@/lib/annotation/annotation'

const Place = z.object({ start: z.int(), end: z.int() }).readonly()

/** A stretch of a passage, in the order of the text. */
export const Stretch = z.union([
  z.object({ kept: z.string() }).readonly().describe('Words that stand in both.'),
  z
    .object({ was: z.string(), is: z.string() })
    .readonly()
    .describe('Words that gave way to others; either may be empty.'),
  z.object({ left: z.int() }).readonly().describe('So many UTF-16 units are left out here.'),
])
export type Stretch = z.infer<typeof Stretch>

/** An annotation as it stood at a revision, with the beginning of the words that it stood on, and whose it is. */
const MarkThen = z
  .object({
    ...Mark.unwrap().shape,
    words: z.string().describe('The first words under it then.'),
    by: z.string().nullable().describe('The name of its author, where that is a person.'),
  })
  .readonly()
export type MarkThen = z.infer<typeof MarkThen>

const TurnSeen = z.object({ speaker: z.string().nullable(), from: z.number().nullable() }).readonly()
export type TurnSeen = z.infer<typeof TurnSeen>

/** Paragraphs that differ, with a little of what stands around the words that do. */
export const Passage = z
  .object({
    number: z.int().describe('Which passage it is, from 1.'),
    before: Place.describe('Where it stands in `from`.'),
    after: Place.describe('Where it stands in `to`.'),
    skipped: z.int().describe('How many paragraphs of `to` between it and the passage before are the same.'),
    speaker: z.string().nullable().describe('Who speaks at its beginning in `to`, where that is known.'),
    differences: z.int().describe('At how many places its words differ.'),
    turns: z
      .array(z.object({ was: TurnSeen.nullable(), is: TurnSeen.nullable() }).readonly())
      .readonly()
      .describe('Turns that differ in more than their words; null where none began there.'),
    stretches: z.array(Stretch).readonly(),
    marks: z
      .array(MarkThen)
      .readonly()
      .describe('The annotations on it as they stood at `to`, with the words under them.'),
  })
  .readonly()
  .meta({ id: 'Passage' })
export type Passage = z.infer<typeof Passage>

/** One page of what differs between two revisions, passage by passage. */
export const Comparison = z
  .object({
    from: z.int(),
    to: z.int(),
    differences: z.int().describe('At how many places the words differ, in all.'),
    passages: z.int().describe('In how many passages they stand.'),
    lineEnds: z.int().describe('At how many places nothing but the signs at the end of a line differ; not shown.'),
    rest: z.int().describe('How many paragraphs behind the last passage are the same.'),
    items: z.array(Passage).readonly(),
    next: z.string().nullable().describe('The `cursor` of the next page, or null at the end.'),
  })
  .readonly()
  .meta({ id: 'Comparison' })
export type Comparison = z.infer<typeof Comparison>
