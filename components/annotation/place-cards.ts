/** The id under which the form of a new annotation stands among the cards. */
export const draftId = 'draft'

/** A card that wants to stand at `top`, and takes `height`; both in CSS pixels of the column. */
export type CardBox = { readonly id: string; readonly top: number; readonly height: number }

/**
 * Where each card stands: always in the order given (that of the text), as near to its line as those before it let it,
 * none over another, none above `ceiling`. The chosen one stands at its line: those before it move up to make room, and
 * only where they find too little, near the top of the text, is it pushed below its line. Gives tops by id.
 */
export const placeCards = (
  cards: readonly CardBox[],
  chosen: string | null,
  gap: number,
  ceiling: number,
): ReadonlyMap<string, number> => {
  const tops = new Map<string, number>()
  const stack = (some: readonly CardBox[], from: number): number => {
    let free = from
    for (const card of some) {
      const top = Math.max(card.top, free)
      tops.set(card.id, top)
      free = top + card.height + gap
    }
    return free
  }
  const at = cards.findIndex(({ id }) => id === chosen)
  const centre = cards[at]
  if (centre === undefined) {
    stack(cards, ceiling)
    return tops
  }
  const before = cards.slice(0, at)
  stack(before, ceiling)
  const packed = before.reduce((free, { height }) => free + height + gap, ceiling)
  const middle = Math.max(centre.top, packed)
  tops.set(centre.id, middle)
  let limit = middle
  for (const card of before.toReversed()) {
    limit = Math.min(tops.get(card.id) as number, limit - gap - card.height)
    tops.set(card.id, limit)
  }
  stack(cards.slice(at + 1), middle + centre.height + gap)
  return tops
}

/** Where the last card ends, so that the column is long enough to reach it. */
export const bottomOf = (cards: readonly CardBox[], tops: ReadonlyMap<string, number>): number =>
  cards.reduce((bottom, { id, height }) => Math.max(bottom, (tops.get(id) ?? 0) + height), 0)
