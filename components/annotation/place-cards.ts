/** The id under which the form of a new annotation stands among the cards. */
export const draftId = 'draft'

/** A card that wants to stand at `top`, and takes `height`; both in CSS pixels of the column. */
export type CardBox = { readonly id: string; readonly top: number; readonly height: number }

/**
 * Where each card stands: in the order given (that of the text), as near to its line as those before it let it, none
 * over another, none above `ceiling`. The chosen one stands exactly at its line: those before it move up to make room,
 * and those for whom there is none above the ceiling stand below it. Gives tops by id.
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
  tops.set(centre.id, Math.max(centre.top, ceiling))
  let limit = tops.get(centre.id) as number
  const left: CardBox[] = []
  for (const card of before.toReversed()) {
    const top = Math.min(tops.get(card.id) as number, limit - gap - card.height)
    if (left.length > 0 || top < ceiling) {
      left.unshift(card)
      continue
    }
    tops.set(card.id, top)
    limit = top
  }
  const below = (tops.get(centre.id) as number) + centre.height + gap
  stack(cards.slice(at + 1), stack(left, below))
  return tops
}

/** Where the last card ends, so that the column is long enough to reach it. */
export const bottomOf = (cards: readonly CardBox[], tops: ReadonlyMap<string, number>): number =>
  cards.reduce((bottom, { id, height }) => Math.max(bottom, (tops.get(id) ?? 0) + height), 0)
