import { escapeHtml } from '@/lib/text/escape'
import type { Block, Body, Inline } from './body'
import { mayLink } from './body-link'

const inlineHtml = (inline: Inline): string => {
  if (inline.type === 'hardBreak') return '<br>'
  if (inline.type !== 'text') return ''
  return (inline.marks ?? []).reduce((html, mark) => {
    if (mark.type === 'bold') return `<strong>${html}</strong>`
    if (mark.type === 'italic') return `<em>${html}</em>`
    if (mark.type !== 'link' || !mayLink(mark.attrs.href)) return html
    return `<a href="${escapeHtml(mark.attrs.href)}" target="_blank" rel="noopener noreferrer nofollow">${html}</a>`
  }, escapeHtml(inline.text))
}

const blocksHtml = (blocks: readonly Block[]): string => blocks.map(blockHtml).join('')

const blockHtml = (block: Block): string => {
  switch (block.type) {
    case 'paragraph':
      return `<p>${(block.content ?? []).map(inlineHtml).join('')}</p>`
    case 'blockquote':
      return `<blockquote>${blocksHtml(block.content)}</blockquote>`
    case 'bulletList':
      return `<ul>${blocksHtml(block.content)}</ul>`
    case 'orderedList': {
      const start = Math.trunc(Number(block.attrs?.start ?? 1))
      return `<ol${start === 1 || Number.isNaN(start) ? '' : ` start="${start}"`}>${blocksHtml(block.content)}</ol>`
    }
    case 'listItem':
      return `<li>${blocksHtml(block.content)}</li>`
    default:
      return ''
  }
}

/** A note as HTML, safe to put on a page as it is: text escaped, no node or address but the allowed ones. */
export const bodyToHtml = (body: Body): string => blocksHtml(body.content)
