import { menusId } from '@/components/ui/theme'

const cardOf = (id: string) => document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)

/** Puts the focus on the card of an annotation, in the column or the sheet; false where none is drawn. */
export const focusCard = (id: string): boolean => {
  const card = cardOf(id)
  card?.focus({ preventScroll: true })
  return card !== null
}

/** From where the focus may be taken to a card: from another card, and from a menu that is about to close. */
const leaving = `[data-card], #${menusId}`

/** Puts the focus on a card once the page has drawn it. Does nothing where the focus has gone elsewhere meanwhile. */
export const focusCardSoon = (id: string | null): void => {
  if (id === null) return
  requestAnimationFrame(() => {
    const { activeElement } = document
    if (activeElement !== null && activeElement !== document.body && !activeElement.closest(leaving)) return
    focusCard(id)
  })
}

/** Puts the focus back on the text, where every key of the workbench works. */
export const focusText = (): void => document.getElementById('main')?.focus({ preventScroll: true })

/** As a ref: when its element goes while it has the focus, and nothing else takes it, the text gets it. */
export const leaveFocusToText = (element: HTMLElement | null) => {
  if (element === null) return
  return () => {
    if (!element.contains(document.activeElement)) return
    const give = () => {
      if (document.activeElement === document.body) focusText()
    }
    // A card that is drawn in its place takes the focus in the frame after.
    requestAnimationFrame(() => requestAnimationFrame(give))
  }
}

/**
 * Asked before a card goes: gives what goes on to the card beside it, the one after or else the one before, where it is in
 * sight. The focus goes along where it was on a card.
 */
export const goingOnFrom = (
  id: string,
  { shown, choose }: { readonly shown: readonly string[]; readonly choose: (id: string | null) => void },
): (() => void) => {
  const at = shown.indexOf(id)
  const beside = [shown[at + 1], shown[at - 1]].find((other) => other !== undefined && cardOf(other) !== null)
  return () => {
    if (beside === undefined) return
    choose(beside)
    focusCardSoon(beside)
  }
}
