/** A place in a block that a comment begins, ends or stands at. */
export type Mark = { readonly id: string; readonly edge: 'start' | 'end' | 'at'; readonly at: number }

/** A paragraph of the text to be, or the row of a table: its words, and the marks in them as offsets of its own. */
export type Block = {
  readonly words: string
  readonly marks: readonly Mark[]
  /** Whether it is a heading, written with the signs of Markdown. */
  readonly heading: boolean
}

export const noWords: Block = { words: '', marks: [], heading: false }

/** Blocks as one, with something between those that have words. Marks move along. */
export const joinBlocks = (blocks: readonly Block[], between: string): Block => {
  const words: string[] = []
  const marks: Mark[] = []
  let length = 0
  for (const block of blocks) {
    const gap = words.length > 0 && block.words !== '' ? between.length : 0
    for (const mark of block.marks) marks.push({ ...mark, at: mark.at + length + gap })
    if (block.words === '') continue
    words.push(block.words)
    length += gap + block.words.length
  }
  return { words: words.join(between), marks, heading: false }
}

/** The cells of a row as one block, a tab between two, also where one is empty. */
export const joinCells = (cells: readonly Block[]): Block => {
  const marks: Mark[] = []
  let length = 0
  for (const cell of cells) {
    for (const mark of cell.marks) marks.push({ ...mark, at: mark.at + length })
    length += cell.words.length + 1
  }
  return {
    words: cells
      .map(({ words }) => words)
      .join('\t')
      .trimEnd(),
    marks,
    heading: false,
  }
}

/** A range of the laid-out text, or of the block it stands in where a comment has no words of its own. */
export type Placed = { readonly start: number; readonly end: number; readonly exact: boolean }

/** The text that blocks make, an empty line between two of them, and the ranges of the comments in it. */
export const layOut = (
  blocks: readonly Block[],
): { readonly text: string; readonly ranges: ReadonlyMap<string, Placed>; readonly title?: string } => {
  const words: string[] = []
  const spans: { start: number; end: number }[] = []
  const starts = new Map<string, number>()
  const ends = new Map<string, number>()
  const places = new Map<string, number>()
  let length = 0
  let title: string | undefined
  for (const block of blocks) {
    for (const { id, edge, at } of block.marks) {
      const found = edge === 'start' ? starts : edge === 'end' ? ends : places
      if (!found.has(id)) found.set(id, length + at)
    }
    if (block.words.trim() === '') continue
    if (block.heading) title ??= block.words.replace(/^#+ /, '')
    const shown = block.words.trimEnd()
    words.push(shown)
    spans.push({ start: length, end: length + shown.length })
    length += shown.length + 2
  }
  const text = words.join('\n\n')
  const ranges = new Map<string, Placed>()
  for (const id of new Set([...starts.keys(), ...places.keys()])) {
    const place = places.get(id) ?? ends.get(id) ?? starts.get(id) ?? 0
    const [start, end] = trimmed(text, starts.get(id) ?? place, Math.min(text.length, ends.get(id) ?? place))
    if (start < end) ranges.set(id, { start, end, exact: true })
    else {
      const span = spanAt(spans, place)
      if (span) ranges.set(id, { ...span, exact: false })
    }
  }
  return { text, ranges, title }
}

/** A range without the white space at its ends. */
const trimmed = (text: string, from: number, to: number): [start: number, end: number] => {
  let [start, end] = [from, to]
  while (start < end && /\s/.test(text[start] as string)) start += 1
  while (end > start && /\s/.test(text[end - 1] as string)) end -= 1
  return [start, end]
}

/** The span a place stands in, or the one before it, or the first. */
const spanAt = (spans: readonly { start: number; end: number }[], place: number) => {
  let [low, high] = [0, spans.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((spans[middle] as { start: number }).start <= place) low = middle
    else high = middle - 1
  }
  return spans[low]
}
