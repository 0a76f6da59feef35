import { clock, labelPieces } from './label'
import { type Paragraph, paragraphs } from './paragraphs'
import type { Turn } from './transcript'

/** Raise it when the same text gives other HTML, so that no browser keeps the old one. */
export const htmlVersion = 3

/** The id of the first section: more than one screen, for whoever waits for that. */
export const firstSection = 'text-begins'

/** A section holds about twenty paragraphs, a block about thirty sections: the browser lays out what is near the view. */
const perSection = { paragraphs: 20, characters: 16_000 }
const perBlock = { sections: 30 }

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

/** Text between tags. A carriage return is written as a reference, because a parser would read it as a line feed. */
const escaped = (text: string): string =>
  /[&<>\r]/.test(text) ? text.replace(/[&<>\r]/g, (sign) => signs[sign] ?? sign) : text

const rightToLeft = /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** Whether a browser would fold spaces in it: two together, a tab, an indent. */
const isSpaced = (words: string): boolean =>
  words.includes('  ') || words.includes('\t') || words.includes('\n ') || words.startsWith(' ')

/**
 * How a paragraph with these words (without its label or signs) is written: its classes, `c` where it `continues` the one
 * before and `w` where its spaces are kept, and whether its words may run from right to left.
 */
export const shapeOf = (words: string, continues = false): { readonly classes: string; readonly auto: boolean } => ({
  classes: [continues && 'c', isSpaced(words) && 'w'].filter(Boolean).join(' '),
  auto: rightToLeft.test(words),
})

/**
 * At which level of the page a heading stands, 2 to 6: directly under the one it belongs to, whatever levels the text
 * itself leaves out. The page's title is the first.
 */
const levelling = () => {
  const above: number[] = []
  return (level: number): number => {
    while (above.length > 0 && (above.at(-1) as number) >= level) above.pop()
    above.push(level)
    return Math.min(above.length + 1, 6)
  }
}

/** The label as a line of its own: the name, its time (`u`, or `em` where it comes first), and `i`, kept but not shown. */
const labelHtml = (text: string, label: NonNullable<Paragraph['label']>): string => {
  const pieces = labelPieces(text.slice(label.start, label.end), label.speaker)
  const [name, time] = ['name', 'time'].map((part) => pieces.findIndex((piece) => piece.part === part)) as [
    number,
    number,
  ]
  const tags = { name: '', time: time < name ? 'em' : 'u', rest: 'i' }
  const inside = pieces.map(({ text: words, part }) =>
    tags[part] === '' ? escaped(words) : `<${tags[part]}>${escaped(words)}</${tags[part]}>`,
  )
  return `<b${label.from === undefined || time !== -1 ? '' : ` data-t=${clock(label.from)}`}>${inside.join('')}</b>`
}

const paragraphHtml = (text: string, paragraph: Paragraph, level: ReturnType<typeof levelling>): string => {
  const { start, end, turn, label, heading, continues } = paragraph
  const tag = heading ? `h${level(heading.level)}` : 'p'
  const hidden = label ? labelHtml(text, label) : heading ? `<i>${text.slice(start, start + heading.signs)}</i>` : ''
  const words = text.slice(label ? label.end : start + (heading?.signs ?? 0), end)
  const { classes, auto } = shapeOf(words, continues)
  const attributes =
    (turn === undefined ? '' : ` id=t${turn}`) +
    (classes === '' ? '' : ` class=${classes.includes(' ') ? `"${classes}"` : classes}`) +
    (auto ? ' dir=auto' : '')
  return `<${tag}${attributes} data-s=${start}>${hidden}${escaped(words)}</${tag}>`
}

/** A box that holds boxes or paragraphs, with what is needed to guess its height: characters, paragraphs, labels. */
type Box = { html: string[]; characters: number; paragraphs: number; labels: number }
const empty = (): Box => ({ html: [], characters: 0, paragraphs: 0, labels: 0 })

const boxHtml = (name: string, box: Box, id = ''): string =>
  `<div${id} class=${name} style=--c:${box.characters};--p:${box.paragraphs};--l:${box.labels}>${box.html.join('')}</div>`

const add = (into: Box, html: string, from: Omit<Box, 'html'>) => {
  into.html.push(html)
  into.characters += from.characters
  into.paragraphs += from.paragraphs
  into.labels += from.labels
}

/**
 * The text as the HTML of the reading view: paragraphs (`data-s` is the UTF-16 offset where each begins, `t12` the id
 * of the twelfth turn) in sections (`.s`) in blocks (`.k`). The text content of the whole, and of each paragraph, is the
 * text itself, character by character; line breaks between paragraphs stand between them and are not shown.
 */
export const transcriptHtml = ({ text, turns }: { readonly text: string; readonly turns: readonly Turn[] }): string => {
  const blocks: string[] = []
  let [block, section] = [empty(), empty()]
  const level = levelling()
  let done = 0
  let first = ` id=${firstSection}`
  const closeSection = () => {
    add(block, boxHtml('s', section, first), section)
    first = ''
    section = empty()
    if (block.html.length < perBlock.sections) return
    blocks.push(boxHtml('k', block))
    block = empty()
  }
  for (const paragraph of paragraphs(text, turns)) {
    const { start, end, label } = paragraph
    const full = section.paragraphs >= perSection.paragraphs || section.characters >= perSection.characters
    if (full) closeSection()
    // What the browser folds away between two paragraphs: kept, so that the page holds the text and nothing but it.
    section.html.push(escaped(text.slice(done, start)))
    add(section, paragraphHtml(text, paragraph, level), {
      characters: end - start,
      paragraphs: 1,
      labels: label ? 1 : 0,
    })
    done = end
  }
  section.html.push(escaped(text.slice(done)))
  closeSection()
  if (block.html.length > 0) blocks.push(boxHtml('k', block))
  return blocks.join('')
}
