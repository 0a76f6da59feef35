import { type Block, joinBlocks, joinCells, type Mark, noWords } from './block'
import type { counterOf } from './numbering'
import type { Seen } from './story'
import type { Style } from './styles'

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

const longestHeading = 200

/** How the run that words stand in is set. */
export type Run = { readonly hidden: boolean; readonly raised: boolean }

/**
 * Puts paragraphs, cells, rows and text boxes together into blocks, as they are opened and closed one within another. `count`
 * gives the signs of lists; words that nobody sees are counted in `seen`.
 */
export const assembling = (count: ReturnType<typeof counterOf>, seen: Seen) => {
  const sinks: Sink[] = []
  const rows: { readonly cells: Block[]; deleted: boolean }[] = []
  const paragraphs: Paragraph[] = []

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
  const closeSink = (): readonly Block[] => {
    const sink = sinks.pop()
    if (sink?.joins) put(sink, sink.joins)
    return sink?.blocks ?? []
  }
  return {
    /** The paragraph that is open, and the row. */
    paragraph: () => paragraphs.at(-1),
    row: () => rows.at(-1),
    write: (words: string, { hidden, raised }: Run) => {
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
    },
    mark: (edge: Mark['edge'], id: string | undefined) => {
      if (id === undefined) return
      const paragraph = paragraphs.at(-1)
      // A range may begin between two paragraphs.
      if (paragraph) paragraph.marks.push({ id, edge, at: paragraph.length })
      else sinks.at(-1)?.blocks.push({ ...noWords, marks: [{ id, edge, at: 0 }] })
    },
    openParagraph: () => {
      const sink = sinks.at(-1)
      const style = {}
      const { parts = [], length = 0, marks = [], boxes = [] } = sink?.joins ?? {}
      if (sink) sink.joins = undefined
      paragraphs.push({ parts, length, marks, boxes, style, joins: false })
    },
    closeParagraph: () => {
      const paragraph = paragraphs.pop()
      const sink = sinks.at(-1)
      if (!paragraph || !sink) return
      if (paragraph.joins) sink.joins = paragraph
      else put(sink, paragraph)
    },
    /** A story, a cell or a text box begins. */
    open: () => void sinks.push({ blocks: [] }),
    /** The blocks of a story, at its end. */
    close: closeSink,
    // What is closed is closed, whether it stood in a row, or a paragraph, or not.
    closeCell: () => {
      const cell = joinBlocks(closeSink(), '\n')
      rows.at(-1)?.cells.push(cell)
    },
    closeBox: () => {
      for (const box of closeSink()) paragraphs.at(-1)?.boxes.push(box)
    },
    openRow: () => void rows.push({ cells: [], deleted: false }),
    closeRow: () => {
      const row = rows.pop()
      if (row && !row.deleted) sinks.at(-1)?.blocks.push(joinCells(row.cells))
    },
  }
}
