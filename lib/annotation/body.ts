import { z } from 'zod'
import { PlainText } from '@/lib/text/plain'

// Every choice is told by `type`: trying one after the other would multiply with each level of nesting.

/** The marks rich text may carry. Links lead to web pages and mail only. */
const Mark = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['bold', 'italic']) }),
  z.object({
    type: z.literal('link'),
    attrs: z.object({
      href: PlainText.max(2000).regex(
        /^(https?:\/\/|mailto:)[^\s]+$/i,
        'A link must begin with https://, http:// or mailto:',
      ),
    }),
  }),
])

const Inline = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('text'), text: PlainText.min(1), marks: z.array(Mark).optional() }),
    z.object({ type: z.literal('hardBreak') }),
  ])
  .meta({ id: 'Inline' })

const Paragraph = z
  .object({ type: z.literal('paragraph'), content: z.array(Inline).optional() })
  .meta({ id: 'Paragraph' })

export type Inline = z.infer<typeof Inline>
export type Block =
  | { type: 'paragraph'; content?: Inline[] }
  | { type: 'blockquote' | 'listItem'; content: Block[] }
  | { type: 'bulletList'; content: Block[] }
  | { type: 'orderedList'; attrs?: { start: number }; content: Block[] }

/** Blocks down to a depth that no person writes; deeper is refused before it can cost anything. */
const blocks = (depth: number): z.ZodType<Block> => {
  if (depth === 0) return Paragraph
  const inner = z.array(blocks(depth - 1)).min(1)
  const item = z.object({ type: z.literal('listItem'), content: inner })
  const choices = z.discriminatedUnion('type', [
    Paragraph,
    z.object({ type: z.literal('blockquote'), content: inner }),
    z.object({ type: z.literal('bulletList'), content: z.array(item).min(1) }),
    z.object({
      type: z.literal('orderedList'),
      attrs: z.object({ start: z.int().min(0).catch(1) }).optional(),
      content: z.array(item).min(1),
    }),
  ])
  return choices.meta({ id: `Block${depth}`, description: `Blocks in it stand ${depth} deep at most.` })
}

/** A note as Tiptap writes it, cut down to the nodes we allow; whatever else a node carries is dropped. */
export const Body = z
  .object({ type: z.literal('doc'), content: z.array(blocks(4)).min(1).max(2_000) })
  .meta({ id: 'Body' })
export type Body = z.infer<typeof Body>
