import { z } from 'zod'
import { PlainText } from '@/lib/text/plain'

const Speaker = PlainText.trim()
  .min(1, 'Name the speaker.')
  .max(200)
  .refine((name) => !/[\r\n]/.test(name), 'A name stands on one line.')
const Seconds = z.number().min(0).max(1_000_000)

/**
 * What a correction proposes for the turn in which its passage begins, besides other words: another speaker (null takes the
 * label away), other times in seconds (null takes one away), a turn of its own from the passage on, or to be the end of the
 * turn before.
 */
export const TurnProposal = z
  .discriminatedUnion('do', [
    z.object({ do: z.literal('relabel'), speaker: Speaker.nullable() }),
    z
      .object({ do: z.literal('retime'), from: Seconds.nullish(), to: Seconds.nullish() })
      .refine(({ from, to }) => from !== undefined || to !== undefined, 'Say which time is another.')
      .refine(({ from, to }) => from == null || to == null || from <= to, 'It ends before it begins.'),
    z.object({ do: z.literal('split'), speaker: Speaker.optional(), from: Seconds.optional() }),
    z.object({ do: z.literal('merge') }),
  ])
  .meta({ id: 'TurnProposal' })
export type TurnProposal = z.infer<typeof TurnProposal>
