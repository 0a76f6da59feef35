import { escapeMarkdown, escapeMarkdownLine } from '@/lib/text/escape'
import type { Block, Body, Inline } from './body'
import { mayLink } from './body-link'

/** An address as it may stand between `<` and `>` behind a link's words. */
const address = (href: string) => href.replace(/[<>\\\s]/g, (sign) => encodeURIComponent(sign))

/** Emphasis must touch its words: white space at either end is put outside the signs. */
const wrapped = (text: string, sign: string) => {
  const [, before, words, after] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? ['', '', text, '']
  return words === '' ? text : `${before}${sign}${words}${sign}${after}`
}

const inlineMarkdown = (inline: Inline, atStart: boolean): string => {
  if (inline.type === 'hardBreak') return '\\\n'
  if (inline.type !== 'text') return ''
  const words = inline.text.replaceAll(/[\n\r]/g, ' ')
  const marks = inline.marks ?? []
  const text = atStart && marks.length === 0 ? escapeMarkdownLine(words) : escapeMarkdown(words)
  return marks.reduce((out, mark) => {
    if (mark.type === 'bold') return wrapped(out, '**')
    if (mark.type === 'italic') return wrapped(out, '*')
    return mark.type === 'link' && mayLink(mark.attrs.href) ? `[${out}](<${address(mark.attrs.href)}>)` : out
  }, text)
}

const prefixed = (lines: readonly string[], first: string, rest: string) =>
  lines.map((line, index) =>
    line === '' && rest.trim() === '' && index > 0 ? '' : (index === 0 ? first : rest) + line,
  )

const blockLines = (block: Block, sign: string): string[] => {
  switch (block.type) {
    case 'paragraph': {
      const content = block.content ?? []
      const text = content.map((inline, i) => inlineMarkdown(inline, i === 0 || content[i - 1].type === 'hardBreak'))
      return text
        .join('')
        .replace(/(\\\n)+$/, '')
        .split('\n')
    }
    case 'blockquote':
      return prefixed(blocksLines(block.content), '> ', '> ')
    case 'bulletList':
      return block.content.flatMap((item) => blockLines(item, '- '))
    case 'orderedList':
      return block.content.flatMap((item, index) => blockLines(item, `${(block.attrs?.start ?? 1) + index}. `))
    case 'listItem':
      return prefixed(blocksLines(block.content), sign, ' '.repeat(sign.length))
    default:
      return []
  }
}

const blocksLines = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block, index) => [...(index > 0 ? [''] : []), ...blockLines(block, '')])

/** A note as CommonMark, escaped so that its words render as they were written. Lines end with `\n`, none at the end. */
export const bodyToMarkdown = (body: Body): string => blocksLines(body.content).join('\n').trim()
