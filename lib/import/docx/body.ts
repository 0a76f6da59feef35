import type { Watch } from '../format'
import { type Block, joinBlocks, joinCells, type Mark, noWords } from './block'
import { counterOf, levelOf } from './numbering'
import { type Reference, refer, type Seen, type Setting, type Story } from './story'
import { isOn, type Style } from './styles'
import { type Attribute, type Part, readXml } from './xml'

/** A paragraph that is being read. */
type Paragraph = {
  parts: string[]
  length: number
  marks: Mark[]
  style: Style
  list?: string
  level?: number
  /** Whether its end was deleted: its words then belong to the next paragraph. */
  joins: boolean
  boxes: Block[]
}

/** Where blocks go: the story, a cell, a text box. */
type Sink = { readonly blocks: Block[]; joins?: Paragraph }

/** Elements that are passed over with all that is in them: what was there before a change, settings, alternatives. */
const passedOver = new Set([
  ...['w:del', 'w:moveFrom', 'w:pPrChange', 'w:rPrChange', 'w:sectPr', 'w:tblPrChange', 'w:tcPrChange', 'w:trPrChange'],
  ...['w:sdtPr', 'w:instrText', 'w:delText', 'w:delInstrText', 'w:tblPr', 'w:tblGrid', 'w:numberingChange'],
])

const storyElements = new Set(['w:body', 'w:footnote', 'w:endnote', 'w:comment', 'w:hdr', 'w:ftr'])

const longestHeading = 200

/** Where a picture stands, with what its maker says of it: `[picture: A ferry]`. */
const pictureSign = (description: string): string => {
  const words = description
    .replaceAll(/[\s[\]]+/g, ' ')
    .trim()
    .slice(0, longestHeading)
  return words === '' ? '[picture]' : `[picture: ${words}]`
}

/** Reads the stories of a part: one body, or each note or comment. What was seen on the way is counted in `seen`. */
export const readStories = async (
  part: Part,
  { styles, numbering }: Setting,
  seen: Seen,
  watch: Watch,
): Promise<Story[]> => {
  const stories: Story[] = []
  const count = counterOf(numbering)
  const sinks: Sink[] = []
  const rows: { readonly cells: Block[]; deleted: boolean }[] = []
  const paragraphs: Paragraph[] = []
  const alternatives: boolean[] = []
  let story: { id: string; attributes: Story['attributes']; references: Reference[]; paragraph?: string } | undefined
  let [skipping, inRow, inProperties, inRun, hidden, raised, takesWords] = [0, 0, false, false, false, false, false]

  let description = ''

  const write = (words: string) => {
    const paragraph = paragraphs.at(-1)
    if (!paragraph || words === '') return
    if (hidden || paragraph.style.hidden) {
      seen.hidden += words.length
      return
    }
    // Ten to the second is not a hundred and two.
    const power = raised && /^\d/.test(words) && /\d$/.test(paragraph.parts.at(-1) ?? '')
    paragraph.parts.push(power ? `^${words}` : words)
    paragraph.length += words.length + (power ? 1 : 0)
  }
  const mark = (edge: Mark['edge'], id: string | undefined) => {
    if (id === undefined) return
    const paragraph = paragraphs.at(-1)
    // A range may begin between two paragraphs.
    if (paragraph) paragraph.marks.push({ id, edge, at: paragraph.length })
    else sinks.at(-1)?.blocks.push({ ...noWords, marks: [{ id, edge, at: 0 }] })
  }
  const finish = (paragraph: Paragraph): Block => {
    const { style, list = style.list, level = style.level ?? 0 } = paragraph
    const words = paragraph.parts.join('')
    const spoken = words.trim() !== ''
    const heads = style.heading !== undefined && spoken && words.length <= longestHeading && sinks.length === 1
    const marker = list !== undefined && spoken ? count(list, level) : ''
    const before = `${heads ? `${'#'.repeat(style.heading ?? 1)} ` : ''}${marker === '' ? '' : `${marker} `}`
    const marks = paragraph.marks.map((one) => ({ ...one, at: one.at + before.length }))
    return { words: before + (heads ? words.replaceAll('\n', ' ') : words), marks, heading: heads }
  }
  const put = (sink: Sink, paragraph: Paragraph) => {
    const block = finish(paragraph)
    if (block.words !== '' || block.marks.length > 0) sink.blocks.push(block)
    for (const box of paragraph.boxes) sink.blocks.push(box)
  }
  const closeParagraph = () => {
    const paragraph = paragraphs.pop()
    const sink = sinks.at(-1)
    if (!paragraph || !sink) return
    if (paragraph.joins) sink.joins = paragraph
    else put(sink, paragraph)
  }
  const openParagraph = (attribute: Attribute) => {
    const sink = sinks.at(-1)
    if (story) story.paragraph = attribute('w14:paraId')
    const style = {}
    const { parts = [], length = 0, marks = [], boxes = [] } = sink?.joins ?? {}
    if (sink) sink.joins = undefined
    paragraphs.push({ parts, length, marks, boxes, style, joins: false })
  }
  const closeSink = (): readonly Block[] => {
    const sink = sinks.pop()
    if (sink?.joins) put(sink, sink.joins)
    return sink?.blocks ?? []
  }
  const property = (name: string, attribute: Attribute) => {
    const paragraph = paragraphs.at(-1)
    const value = () => attribute('w:val')
    if (name === 'w:vanish' && inRun) hidden = isOn(value())
    else if (name === 'w:vertAlign' && inRun) raised = value() === 'superscript'
    else if (name === 'w:rStyle' && inRun) hidden = styles.get(value() ?? '')?.hidden ?? hidden
    else if ((name === 'w:strike' || name === 'w:dstrike') && inRun) seen.struck += isOn(value()) ? 1 : 0
    else if (!paragraph || inRun) return
    else if (name === 'w:pStyle') paragraph.style = styles.get(value() ?? '') ?? {}
    else if (name === 'w:ilvl') paragraph.level = levelOf(value())
    else if (name === 'w:numId') paragraph.list = value()
    else if (name === 'w:outlineLvl' && Number(value()) < 9)
      paragraph.style = { heading: Math.min(6, Number(value()) + 1), ...paragraph.style }
  }
  const symbol = (attribute: Attribute) => {
    const code = Number.parseInt(attribute('w:char') ?? '', 16)
    const known = code >= 32 && code < 0xd800
    if (!known) seen.symbols += 1
    write(known ? String.fromCharCode(code) : '□')
  }

  const open = (name: string, attribute: Attribute) => {
    if (skipping > 0 || passedOver.has(name)) {
      // The mark of a deleted paragraph or row is itself called w:del.
      if (skipping === 0 && name === 'w:del') {
        const [paragraph, row] = [paragraphs.at(-1), rows.at(-1)]
        seen.deletions += 1
        if (inProperties && paragraph) paragraph.joins = true
        else if (inRow > 0 && row) row.deleted = true
      } else if (skipping === 0 && name === 'w:moveFrom') seen.deletions += 1
      skipping += 1
      return
    }
    switch (name) {
      case 'w:t':
      case 'm:t':
        takesWords = true
        return
      case 'w:r':
        ;[inRun, hidden, raised] = [true, false, false]
        return
      case 'w:p':
        ;[inProperties, inRun] = [false, false]
        return openParagraph(attribute)
      case 'w:pPr':
        inProperties = true
        return
      case 'w:ins':
      case 'w:moveTo':
        seen.insertions += 1
        return
      case 'w:tab':
      case 'w:ptab':
        if (inRun && !inProperties) write('\t')
        return
      case 'w:br':
      case 'w:cr':
        return paragraphs.at(-1)?.length ? write('\n') : undefined
      case 'w:noBreakHyphen':
        return write('\u2011')
      case 'w:sym':
        return symbol(attribute)
      case 'w:rt':
        return write('(')
      // Of the drawing that a picture stands in.
      case 'docPr':
        description = attribute('descr') ?? ''
        return
      case 'a:blip':
      case 'v:imagedata':
        seen.pictures += 1
        write(pictureSign(name === 'a:blip' ? description : (attribute('o:title') ?? '')))
        return
      case 'w:commentRangeStart':
        return mark('start', attribute('w:id'))
      case 'w:commentRangeEnd':
        return mark('end', attribute('w:id'))
      case 'w:commentReference':
        return mark('at', attribute('w:id'))
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const id = attribute('w:id')
        if (story && id !== undefined)
          write(refer(story.references, { sort: name === 'w:footnoteReference' ? 'footnote' : 'endnote', id }))
        return
      }
      case 'w:trPr':
        inRow += 1
        return
      case 'w:tr':
        rows.push({ cells: [], deleted: false })
        return
      case 'w:tc':
        sinks.push({ blocks: [] })
        return
      case 'w:txbxContent':
        seen.boxes += 1
        sinks.push({ blocks: [] })
        return
      case 'mc:AlternateContent':
        alternatives.push(false)
        return
      case 'mc:Choice':
      case 'mc:Fallback':
        if (alternatives.at(-1)) skipping = 1
        else alternatives.splice(-1, 1, true)
        return
      default:
        if (storyElements.has(name)) {
          const attributes = { author: attribute('w:author'), date: attribute('w:date'), type: attribute('w:type') }
          story = { id: attribute('w:id') ?? '', attributes, references: [] }
          sinks.push({ blocks: [] })
        } else property(name, attribute)
    }
  }
  const close = (name: string) => {
    if (skipping > 0) {
      skipping -= 1
      return
    }
    switch (name) {
      case 'w:t':
      case 'm:t':
        takesWords = false
        return
      case 'w:r':
        ;[inRun, hidden, raised] = [false, false, false]
        return
      case 'w:p':
        return closeParagraph()
      case 'w:pPr':
        inProperties = false
        return
      case 'w:rt':
        return write(')')
      case 'w:trPr':
        inRow -= 1
        return
      case 'w:tc': {
        const cell = joinBlocks(closeSink(), '\n')
        rows.at(-1)?.cells.push(cell)
        return
      }
      case 'w:tr': {
        const row = rows.pop()
        if (row && !row.deleted) sinks.at(-1)?.blocks.push(joinCells(row.cells))
        return
      }
      case 'w:txbxContent':
        for (const box of closeSink()) paragraphs.at(-1)?.boxes.push(box)
        return
      case 'mc:AlternateContent':
        alternatives.pop()
        return
      default:
        if (!story || !storyElements.has(name)) return
        stories.push({ ...story, blocks: closeSink() })
        story = undefined
    }
  }
  // A byte order mark inside the text is nothing anyone wrote; line breaks of the XML are spaces.
  const text = (words: string) => {
    if (takesWords && skipping === 0) write(words.replaceAll('\uFEFF', '').replaceAll(/[\t\n\r]/g, ' '))
  }
  await readXml(part, { open, close, text }, watch)
  return stories
}
