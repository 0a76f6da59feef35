import { z } from 'zod'
import { PlainText } from '@/lib/text/plain'
import { Tag } from './annotation'

/** The most annotations that one step changes. */
export const mostAtOnce = 20_000

const Reason = PlainText.trim().min(1, 'Say why these are no fault.').max(2_000)

/** What is done to many annotations at once. */
export const BulkStep = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('resolve') }),
  z.object({ verb: z.literal('reopen') }),
  z.object({ verb: z.literal('tag'), tag: Tag }),
  z.object({ verb: z.literal('untag'), tag: Tag }),
  z.object({ verb: z.literal('retag'), tag: Tag, to: Tag }),
  z.object({ verb: z.literal('dismiss'), reason: Reason }),
  z.object({ verb: z.literal('delete') }),
])
export type BulkStep = z.infer<typeof BulkStep>
export type BulkVerb = BulkStep['verb']

/** Why an annotation was left as it is. */
export const leftReasons = ['same', 'not-yours', 'unfit', 'gone', 'changed'] as const
export type LeftReason = (typeof leftReasons)[number]

const Ids = z.array(z.uuid()).readonly()

/**
 * What a step came to: the change that holds it (null where nothing was to be done), how many were changed, and which
 * were left: `same` are so already, `not-yours` may not be changed by this person, `unfit` cannot be (only flags can be
 * dismissed; what is accepted stays so; thirty tags are the most), `gone` are no longer there, `changed` were changed
 * by somebody since and are not taken back.
 */
export const BulkResult = z.object({
  change: z.int().nullable(),
  done: z.int().min(0),
  left: z.partialRecord(z.enum(leftReasons), Ids).readonly(),
})
export type BulkResult = z.infer<typeof BulkResult>
