import type { Watch } from '../format'
import { levelOf } from './numbering'
import { type Part, readXml } from './xml'

/** What matters here of a style: whether it makes a heading (level 1 to 6), a list, or hidden text. */
export type Style = {
  readonly heading?: number
  readonly hidden?: boolean
  readonly list?: string
  readonly level?: number
}

type Draft = { name: string; parent?: string; outline?: number; hidden?: boolean; list?: string; level?: number }

/** The level of a heading by the name of its style; 0 for no heading. */
const headingLevel = (name: string): number => {
  const found = /^heading ?([1-9])$/i.exec(name)?.[1]
  return found === undefined ? (/^title$/i.test(name) ? 1 : 0) : Math.min(6, Number(found))
}

/** Whether an element that switches something on, such as `w:vanish`, does so. */
export const isOn = (value: string | undefined): boolean => !['0', 'false', 'off', 'none'].includes(value ?? '1')

/** Reads word/styles.xml: the styles by their ids, each with what it has from those it is based on. */
export const readStyles = async (part: Part, watch: Watch): Promise<ReadonlyMap<string, Style>> => {
  const drafts = new Map<string, Draft>()
  let open: Draft | undefined
  await readXml(
    part,
    {
      open: (name, attribute) => {
        const value = () => attribute('w:val')
        if (name === 'w:style') {
          open = { name: '' }
          drafts.set(attribute('w:styleId') ?? '', open)
        } else if (!open) return
        else if (name === 'w:name') open.name = value() ?? ''
        else if (name === 'w:basedOn') open.parent = value()
        else if (name === 'w:outlineLvl') open.outline = Number(value())
        else if (name === 'w:vanish') open.hidden = isOn(value())
        else if (name === 'w:numId') open.list = value()
        else if (name === 'w:ilvl') open.level = levelOf(value())
      },
      close: (name) => {
        if (name === 'w:style') open = undefined
      },
      text: () => undefined,
    },
    watch,
  )
  const styles = new Map<string, Style>()
  for (const [id, own] of drafts) {
    // A style may be based on another, ten deep in Word; a circle ends there too.
    const line: Draft[] = []
    for (let one: Draft | undefined = own; one && line.length < 10; one = drafts.get(one.parent ?? '')) line.push(one)
    const outline = line.find((one) => one.outline !== undefined)?.outline
    const named = line.map(({ name }) => headingLevel(name)).find((level) => level > 0)
    const heading =
      named ?? (outline !== undefined && outline >= 0 && outline < 9 ? Math.min(6, outline + 1) : undefined)
    const hidden = line.find((one) => one.hidden !== undefined)?.hidden
    const list = line.find((one) => one.list !== undefined)?.list
    const level = line.find((one) => one.level !== undefined)?.level
    styles.set(id, {
      ...(heading !== undefined && { heading }),
      ...(hidden !== undefined && { hidden }),
      ...(list !== undefined && { list }),
      ...(level !== undefined && { level }),
    })
  }
  return styles
}
