import { describe, expect, it } from 'vitest'
import { bodyOf } from './editor-body'

const text = (words: string, marks?: unknown[]) => ({ type: 'text', text: words, ...(marks && { marks }) })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', ...(content.length > 0 && { content }) })
const doc = (...content: unknown[]) => ({ type: 'doc', content })

describe('what an editor holds', () => {
  it.each([
    ['nothing at all', undefined],
    ['no blocks', doc()],
    ['an empty paragraph', doc(paragraph())],
    ['only spaces and line breaks', doc(paragraph(text('  '), { type: 'hardBreak' }), paragraph())],
    ['an empty list', doc({ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph()] }] })],
  ])('is no note: %s', (_, given) => {
    expect(bodyOf(given)).toBeNull()
  })

  it('loses empty paragraphs around its words, and keeps those between', () => {
    const given = doc(paragraph(), paragraph(text('a')), paragraph(), paragraph(text('b')), paragraph())
    expect(bodyOf(given)).toEqual(doc(paragraph(text('a')), paragraph(), paragraph(text('b'))))
  })

  it('keeps words that cannot be stored as they are, as plain paragraphs', () => {
    expect(bodyOf(doc(paragraph(text('a\0b', [{ type: 'bold' }]))))).toEqual(doc(paragraph(text('ab'))))
    const nest = (depth: number): unknown =>
      depth === 0
        ? paragraph(text('deep'))
        : { type: 'bulletList', content: [{ type: 'listItem', content: [nest(depth - 1)] }] }
    expect(bodyOf(doc(nest(9)))).toEqual(doc(paragraph(text('deep'))))
  })

  it('keeps of a link only where it leads', () => {
    const link = { type: 'link', attrs: { href: 'https://quay.example/', target: '_blank', rel: 'x', class: null } }
    expect(bodyOf(doc(paragraph(text('Courier', [link]))))).toEqual(
      doc(paragraph(text('Courier', [{ type: 'link', attrs: { href: 'https://quay.example/' } }]))),
    )
  })

  it.each([
    ['quay.example/x', 'https://quay.example/x'],
    ['desk@quay.example', 'mailto:desk@quay.example'],
  ])('gives an address without a scheme the one that is meant: %s', (href, led) => {
    expect(bodyOf(doc(paragraph(text('Courier', [{ type: 'link', attrs: { href } }]))))).toEqual(
      doc(paragraph(text('Courier', [{ type: 'link', attrs: { href: led } }]))),
    )
  })

  it.each(['javascript:alert(1)', 'ftp://quay.example', '//quay.example', ''])(
    'keeps words but no link to %s',
    (href) => {
      const given = doc(paragraph(text('Courier', [{ type: 'bold' }, { type: 'link', attrs: { href } }])))
      expect(bodyOf(given)).toEqual(doc(paragraph(text('Courier', [{ type: 'bold' }]))))
    },
  )

  it('drops what the editor adds to lists', () => {
    const item = { type: 'listItem', content: [paragraph(text('a'))] }
    expect(bodyOf(doc({ type: 'orderedList', attrs: { start: 3, type: null }, content: [item] }))).toEqual(
      doc({ type: 'orderedList', attrs: { start: 3 }, content: [item] }),
    )
  })
})
