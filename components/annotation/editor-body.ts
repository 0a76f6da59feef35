import { Body } from '@/lib/annotation/body'
import { linkTo } from '@/lib/annotation/body-link'
import { textToBody } from '@/lib/annotation/body-text'

type Json = { readonly [key: string]: unknown }

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null

const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : [])

/** The mark as a note may carry it, or nothing: a link leads where its address is meant to, or it is none. */
const markOf = (mark: Json): readonly Json[] => {
  if (mark.type === 'bold' || mark.type === 'italic') return [mark]
  if (mark.type !== 'link' || !isJson(mark.attrs) || typeof mark.attrs.href !== 'string') return []
  const href = linkTo(mark.attrs.href)
  return href === null ? [] : [{ type: 'link', attrs: { href } }]
}

/** The node without marks that a note may not carry; what else there is too much the schema drops. */
const cleaned = (node: Json): Json => ({
  ...node,
  ...(node.marks !== undefined && { marks: listOf(node.marks).flatMap(markOf) }),
  ...(node.content !== undefined && { content: listOf(node.content).map(cleaned) }),
})

const hasWords = (node: Json): boolean =>
  (typeof node.text === 'string' && node.text.trim() !== '') || listOf(node.content).some(hasWords)

/** Empty paragraphs at the beginning and end say nothing. */
const trimmed = (blocks: readonly Json[]): readonly Json[] => {
  const first = blocks.findIndex(hasWords)
  return first === -1 ? [] : blocks.slice(first, blocks.findLastIndex(hasWords) + 1)
}

const textOf = (node: Json): string =>
  typeof node.text === 'string'
    ? node.text
    : node.type === 'hardBreak'
      ? '\n'
      : listOf(node.content).map(textOf).join('\n')

/**
 * What an editor holds as a note, or null where nothing is written. What no note may be (lists in lists in lists,
 * characters that cannot be stored) comes as plain paragraphs: words are never dropped.
 */
export const bodyOf = (editor: unknown): Body | null => {
  if (!isJson(editor)) return null
  const blocks = trimmed(listOf(editor.content))
  if (blocks.length === 0) return null
  const parsed = Body.safeParse({ type: 'doc', content: blocks.map(cleaned) })
  if (parsed.success) return parsed.data
  return textToBody(blocks.map(textOf).join('\n\n').replaceAll('\0', '').toWellFormed())
}
