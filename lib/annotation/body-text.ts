import type { Block, Body, Inline } from './body'
import { mayLink } from './body-link'

/** One stretch of words with its marks as words: a link shows where it leads, unless it says so already. */
const inlineText = (inline: Inline): string => {
  if (inline.type === 'hardBreak') return '\n'
  const link = inline.marks?.find((mark) => mark.type === 'link')
  const href = link?.type === 'link' ? link.attrs.href : undefined
  return href === undefined || href === inline.text || !mayLink(href) ? inline.text : `${inline.text} (${href})`
}

const indented = (text: string, first: string, rest: string) =>
  text
    .split('\n')
    .map((line, index) => ((index === 0 ? first : rest) + line).trimEnd())
    .join('\n')

const blockText = (block: Block, number: number | null): string => {
  switch (block.type) {
    case 'paragraph':
      return (block.content ?? []).map(inlineText).join('')
    case 'blockquote':
      return indented(blocksText(block.content, '\n\n'), '> ', '> ')
    case 'bulletList':
      return blocksText(block.content, '\n')
    case 'orderedList':
      return blocksText(block.content, '\n', block.attrs?.start ?? 1)
    case 'listItem': {
      const sign = number === null ? '- ' : `${number}. `
      return indented(blocksText(block.content, '\n'), sign, ' '.repeat(sign.length))
    }
    default:
      return ''
  }
}

const blocksText = (blocks: readonly Block[], between: string, first: number | null = null): string =>
  blocks.map((block, index) => blockText(block, first === null ? null : first + index)).join(between)

/** A note as plain text: paragraphs parted by a blank line, lists and quotes with their signs, links with their address. */
export const bodyToText = (body: Body): string => blocksText(body.content, '\n\n').trim()

/** Plain text as a note: a blank line parts paragraphs, a single line break stays one. Empty text is one empty paragraph. */
export const textToBody = (text: string): Body => {
  const paragraphs = text.replaceAll(/\r\n?/g, '\n').split(/\n[^\S\n]*\n\s*/)
  const content = paragraphs
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph): Block => {
      const lines = paragraph.split('\n').map((line) => line.trim())
      const content = lines.flatMap((line, index): Inline[] => [
        ...(index > 0 ? [{ type: 'hardBreak' } as const] : []),
        { type: 'text', text: line },
      ])
      return { type: 'paragraph', content }
    })
  return { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content }
}

const hasWords = (block: Block): boolean =>
  block.type === 'paragraph'
    ? (block.content ?? []).some((inline) => inline.type === 'text' && /[\p{L}\p{N}\p{P}\p{S}]/u.test(inline.text))
    : block.content.some(hasWords)

/** Whether anything can be read in a note: a letter, a number or a sign anywhere in it. */
export const saysSomething = (body: Body): boolean => body.content.some(hasWords)
