import type { Range } from '@/lib/text/range'
import { nameAt } from './speaker-turns'
import type { TextDom } from './text-dom'

/** A turn as it stands on the page, by UTF-16 offsets of the text. */
export type TurnOnPage = {
  /** The words of its first paragraph. */
  readonly words: Range
  /** The speaker's name in its label, and what of the label stands for the time; null where the label has none, or there is no label. */
  readonly name: (Range & { readonly exact: string }) | null
  readonly time: Range | null
  /** The time it is shown to begin at, as it is written there; '' where none is shown. */
  readonly shown: string
  /** Whether another turn stands before it. */
  readonly isFirst: boolean
}

const labelOf = (paragraph: Element) => paragraph.querySelector<HTMLElement>(':scope > b')

const nameOf = (paragraph: HTMLElement, start: number): TurnOnPage['name'] => {
  const label = labelOf(paragraph)
  const found = label && nameAt(label)
  return found && { start: start + found.at, end: start + found.at + found.name.length, exact: found.name }
}

/** The turn that holds a place; null where there is none. */
export const turnAt = ({ paragraphs, starts, at, end }: TextDom, place: number): TurnOnPage | null => {
  let number = at(place)
  while (number >= 0 && paragraphs[number]?.id === '') number -= 1
  const paragraph = paragraphs[number]
  if (!paragraph) return null
  const start = starts[number] as number
  const label = labelOf(paragraph)
  const shown = label?.querySelector<HTMLElement>('u, em')
  let before = 0
  for (const part of label?.childNodes ?? []) {
    if (part === shown) break
    before += part.textContent?.length ?? 0
  }
  const time = shown && { start: start + before, end: start + before + (shown.textContent?.length ?? 0) }
  return {
    words: { start: start + (label?.textContent?.length ?? 0), end: end(number) },
    name: nameOf(paragraph, start),
    time: time ?? null,
    shown: shown?.textContent ?? label?.dataset.t ?? '',
    isFirst: paragraph.id === 't1',
  }
}

/** The names in the labels of the text, each once, in the order in which they come up. */
export const speakersOn = ({ paragraphs }: TextDom): readonly string[] => [
  ...new Set(
    paragraphs.flatMap((paragraph) => (paragraph.id === '' ? [] : (nameOf(paragraph, 0)?.exact.trim() ?? []))),
  ),
]

/** Where this name stands in the labels of the text. */
export const namedSo = ({ paragraphs, starts }: TextDom, name: string): readonly Range[] =>
  paragraphs.flatMap((paragraph, number) => {
    const found = paragraph.id === '' ? null : nameOf(paragraph, starts[number] as number)
    return found?.exact === name ? [{ start: found.start, end: found.end }] : []
  })
