import { inFormat } from '../docx/numbering'

/** What a page's element came to: paragraphs, and what was left out of them. */
export type Walked = {
  readonly paragraphs: readonly string[]
  /** The words of each menu that was left out. */
  readonly menus: readonly string[]
  /** How many tables were read as rows. */
  readonly tables: number
  readonly deleted: readonly string[]
  /** How many pictures and addresses of links the words stand without. */
  readonly pictures: number
  readonly links: number
}

const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL'.split(
    ' ',
  ),
)

/** Elements that hold nothing to read. */
const silent = new Set(
  'AUDIO BUTTON CANVAS DATALIST EMBED HEAD IFRAME INPUT LINK MATH META NAV NOSCRIPT OBJECT OPTION RP SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO'.split(
    ' ',
  ),
)

const apart = /^(?:alert|alertdialog|banner|complementary|contentinfo|dialog|menu|menubar|navigation|search|toolbar)$/

/** Whether a page does not show an element, or shows it beside its text. */
const isHidden = (element: Element): boolean =>
  silent.has(element.tagName) ||
  element.hasAttribute('hidden') ||
  element.getAttribute('aria-hidden') === 'true' ||
  /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute('style') ?? '') ||
  apart.test(element.getAttribute('role') ?? '')

/** Whether it is a menu of the site, which a browser would show. */
const isMenu = (element: Element): boolean =>
  element.tagName === 'NAV' || /^(?:menu|menubar|navigation)$/.test(element.getAttribute('role') ?? '')

const isCell = (element: Element) => element.tagName === 'TD' || element.tagName === 'TH'

/** Whether the cells of a row hold blocks of their own: such tables lay out a page, and are no tables. */
const laysOut = (row: Element): boolean =>
  [...row.children].some(
    (cell) =>
      [...cell.children].filter((child) => blocks.has(child.tagName)).length > 1 ||
      [...cell.children].some((child) => /^(?:H[1-6]|TABLE|UL|OL|ARTICLE|SECTION)$/.test(child.tagName)),
  )

const types: Readonly<Record<string, string>> = { a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' }

type List = { readonly ordered: boolean; readonly format: string; next: number; readonly step: number }

/** The words of an element as paragraphs, with the signs of headings and lists. Goes through the tree without recursion. */
export const walk = (root: Element, isLeftOut: (element: Element) => boolean): Walked => {
  const paragraphs: string[] = []
  const deleted: string[] = []
  const lists: List[] = []
  const menus: string[] = []
  const tables = new Set<Element | null>()
  const seen = { pictures: 0, links: 0 }
  let parts: string[] = []
  let [last, marker, before] = ['', '', '']
  let preformatted = 0
  /** The cells of the row that is open, each as its paragraphs; undefined outside of rows. */
  let cells: string[][] | undefined

  const put = (words: string) => {
    if (words === '') return
    parts.push(words)
    last = words.at(-1) as string
  }
  const flush = () => {
    const words = parts
      .join('')
      .replaceAll(/[ \t]+\n/g, '\n')
      .trim()
    parts = []
    last = ''
    if (words === '') return
    const whole = `${before}${marker}${before === '' ? words : words.replaceAll('\n', ' ')}`
    marker = ''
    if (cells) (cells.at(-1) ?? paragraphs).push(whole)
    else paragraphs.push(whole)
  }
  const say = (words: string) => {
    if (preformatted > 0) return put(words)
    const folded = words.replaceAll(/[ \t\n\f\r]+/g, ' ')
    put(last === '' || last === ' ' || last === '\n' ? folded.trimStart() : folded)
  }
  const enter = (element: Element): void => {
    const tag = element.tagName
    if (blocks.has(tag)) flush()
    if (tag === 'A' && /^https?:/i.test(element.getAttribute('href') ?? '')) seen.links += 1
    if (tag === 'IMG') {
      const words = (element.getAttribute('alt') ?? '').replaceAll(/[[\]\s]+/g, ' ').trim()
      // A picture whose maker says that it means nothing is decoration.
      if (words !== '' || !element.hasAttribute('alt')) {
        seen.pictures += 1
        put(words === '' ? '[picture]' : `[picture: ${words}]`)
      }
    } else if (/^H[1-6]$/.test(tag) && !cells) before = `${'#'.repeat(Number(tag[1]))} `
    else if (tag === 'PRE') preformatted += 1
    else if (tag === 'BR') {
      if (last === '\n') flush()
      else if (last !== '') put('\n')
    } else if (tag === 'UL' || tag === 'OL') {
      const reversed = element.hasAttribute('reversed')
      const start = Number.parseInt(element.getAttribute('start') ?? '', 10)
      const first = Number.isNaN(start) ? (reversed ? element.children.length : 1) : start
      const format = types[element.getAttribute('type') ?? ''] ?? 'decimal'
      lists.push({ ordered: tag === 'OL', format, next: first, step: reversed ? -1 : 1 })
    } else if (tag === 'LI') {
      const list = lists.at(-1)
      const value = Number.parseInt(element.getAttribute('value') ?? '', 10)
      if (list && !Number.isNaN(value)) list.next = value
      marker = list?.ordered ? `${inFormat(list.next, list.format)}. ` : '• '
      if (list) list.next += list.step
    } else if (tag === 'TR') cells = cells || laysOut(element) ? cells : []
    else if (isCell(element)) {
      flush()
      cells?.push([])
    } else if (tag === 'Q') put('“')
    else if (tag === 'RT') put('(')
    else if (tag === 'SUP' && /\d/.test(last) && /^\s*\d/.test(element.textContent ?? '')) put('^')
    else if (
      tag === 'TIME' &&
      /:\s*$/.test(parts.join('').slice(-3)) &&
      element.previousElementSibling?.tagName === 'CITE'
    )
      put(last === ' ' ? '[' : ' [')
  }
  const leave = (element: Element): void => {
    const tag = element.tagName
    if (blocks.has(tag) || isCell(element)) flush()
    if (/^H[1-6]$/.test(tag)) before = ''
    else if (tag === 'PRE') preformatted -= 1
    else if (tag === 'UL' || tag === 'OL') lists.pop()
    else if (tag === 'LI') marker = ''
    else if (tag === 'TR' && cells) {
      const row = cells
        .map((words) => words.join('\n'))
        .join('\t')
        .trimEnd()
      cells = undefined
      if (row.trim() !== '') paragraphs.push(row)
      if (row.trim().includes('\t')) tables.add(element.closest('table'))
    } else if (tag === 'Q') put('”')
    else if (tag === 'RT') put(')')
    else if (tag === 'TIME' && parts.some((part) => part.trim() === '[') && !parts.includes(']')) put(']')
  }

  let node: Node | null = root
  while (node) {
    let down: Node | null = null
    if (node.nodeType === 3) say((node.nodeValue ?? '').replaceAll('\u00ad', ''))
    else if (node.nodeType === 1) {
      const element = node as Element
      const skipped = element !== root && (isHidden(element) || element.tagName === 'DEL' || isLeftOut(element))
      if (!skipped) {
        enter(element)
        down = element.firstChild
        if (!down) leave(element)
      } else if (element.tagName === 'DEL') deleted.push(element.textContent ?? '')
      else if (isMenu(element)) {
        const links = [...element.querySelectorAll('a')].map((link) => link.textContent ?? '')
        const words = (links.join(' ').trim() || (element.textContent ?? '')).replaceAll(/\s+/g, ' ').trim()
        if (words !== '') menus.push(words)
      }
    }
    if (down) node = down
    else {
      while (node && node !== root && !node.nextSibling) {
        node = node.parentNode
        if (node?.nodeType === 1) leave(node as Element)
      }
      node = !node || node === root ? null : node.nextSibling
    }
  }
  flush()
  return { paragraphs, menus, tables: tables.size, deleted, ...seen }
}
