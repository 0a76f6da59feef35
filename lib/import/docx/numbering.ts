import type { Watch } from '../format'
import { type Part, readXml } from './xml'

/** How one level of a list is counted: where it starts, how its numbers are written, and the words round them (`%1.`). */
type Level = { readonly start: number; readonly format: string; readonly words: string }

/** Lists by their number in the document, as what they count with, and by the paragraph styles that belong to one. */
export type Numbering = {
  readonly lists: ReadonlyMap<string, { readonly counter: string; readonly levels: readonly (Level | undefined)[] }>
  readonly byStyle: ReadonlyMap<string, { readonly list: string; readonly level: number }>
}

export const noNumbering: Numbering = { lists: new Map(), byStyle: new Map() }

type Draft = { start: number; format: string; words: string; style?: string }

/** Reads word/numbering.xml. Levels that a list overrides for itself are its own, and so is what it counts with. */
export const readNumbering = async (part: Part, watch: Watch): Promise<Numbering> => {
  const abstract = new Map<string, Draft[]>()
  const lists = new Map<string, { counter: string; levels: (Level | undefined)[] }>()
  const byStyle = new Map<string, { list: string; level: number }>()
  let levels: Draft[] = []
  let level: Draft | undefined
  let list: { id: string; of: string; own: Map<number, Partial<Draft>> } | undefined
  let override = 0
  await readXml(
    part,
    {
      open: (name, attribute) => {
        const value = () => attribute('w:val') ?? ''
        if (name === 'w:abstractNum') {
          levels = []
          abstract.set(attribute('w:abstractNumId') ?? '', levels)
        } else if (name === 'w:num') list = { id: attribute('w:numId') ?? '', of: '', own: new Map() }
        else if (name === 'w:abstractNumId' && list) list.of = value()
        else if (name === 'w:lvlOverride') override = levelOf(attribute('w:ilvl'))
        else if (name === 'w:startOverride') list?.own.set(override, { start: Number(value()) || 0 })
        else if (name === 'w:lvl') {
          level = { start: 1, format: 'decimal', words: '' }
          if (list) list.own.set(override, level)
          else levels[levelOf(attribute('w:ilvl'))] = level
        } else if (!level) return
        else if (name === 'w:start') level.start = Number(value()) || 0
        else if (name === 'w:numFmt') level.format = value()
        else if (name === 'w:lvlText') level.words = value().slice(0, 100)
        else if (name === 'w:pStyle') level.style = value()
      },
      close: (name) => {
        if (name === 'w:lvl') level = undefined
        if (name !== 'w:num' || !list) return
        const { id, of, own } = list
        const all = Array.from({ length: 9 }, (_, at) => {
          const given = abstract.get(of)?.[at]
          const mine = own.get(at)
          return given || mine ? { start: 1, format: 'decimal', words: '', ...given, ...mine } : undefined
        })
        lists.set(id, { counter: own.size > 0 ? `own ${id}` : of, levels: all })
        for (const [at, one] of all.entries())
          if (one?.style !== undefined && !byStyle.has(one.style)) byStyle.set(one.style, { list: id, level: at })
        list = undefined
      },
      text: () => undefined,
    },
    watch,
  )
  return { lists, byStyle }
}

/** A level of a list, 0 to 8. */
export const levelOf = (given: string | undefined): number => Math.min(8, Math.max(0, Math.trunc(Number(given)) || 0))

const roman = (value: number): string => {
  if (value <= 0 || value > 3_999) return String(value)
  const signs = ['m', 'cm', 'd', 'cd', 'c', 'xc', 'l', 'xl', 'x', 'ix', 'v', 'iv', 'i'] as const
  const worth = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1]
  let left = value
  return signs
    .map((sign, at) => {
      const times = Math.floor(left / (worth[at] as number))
      left -= times * (worth[at] as number)
      return sign.repeat(times)
    })
    .join('')
}

/** a to z, then aa to zz, as Word counts. */
const letters = (value: number): string =>
  value <= 0 || value > 780 ? String(value) : String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))

/** A number as a list writes it. Ways of counting that are not known here are written as 1, 2, 3. */
export const inFormat = (value: number, format: string): string => {
  switch (format) {
    case 'lowerRoman':
      return roman(value)
    case 'upperRoman':
      return roman(value).toUpperCase()
    case 'lowerLetter':
      return letters(value)
    case 'upperLetter':
      return letters(value).toUpperCase()
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'none':
      return ''
    default:
      return String(value)
  }
}

const bullets = ['•', '◦', '▪'] as const

/** Counts the paragraphs of lists, in document order: gives the marker of each, `1.2` or `•`; empty for none. */
export const counterOf = ({ lists }: Numbering): ((list: string, level: number) => string) => {
  const counts = new Map<string, number[]>()
  return (list, at) => {
    const found = lists.get(list)
    const level = found?.levels[at]
    if (!found || !level || list === '0') return ''
    const count = counts.get(found.counter) ?? []
    counts.set(found.counter, count)
    for (let above = 0; above < at; above += 1) count[above] ??= found.levels[above]?.start ?? 1
    count[at] = count[at] === undefined ? level.start : count[at] + 1
    count.length = at + 1
    if (level.format === 'bullet') return bullets[at % bullets.length] as string
    return level.words
      .replaceAll(/%([1-9])/g, (_, digit) => {
        const place = Number(digit) - 1
        return inFormat(count[place] ?? 1, found.levels[place]?.format ?? 'decimal')
      })
      .trim()
  }
}
