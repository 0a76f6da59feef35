const cardOf = (id: string) => document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)

/** Puts the focus on the card of an annotation, in the column or the sheet; false where none is drawn. */
export const focusCard = (id: string): boolean => {
  const card = cardOf(id)
  card?.focus({ preventScroll: true })
  return card !== null
}

/** Puts the focus on a card once the page has drawn it. Does nothing where the focus has gone elsewhere meanwhile. */
export const focusCardSoon = (id: string | null): void => {
  if (id === null) return
  requestAnimationFrame(() => {
    const { activeElement } = document
    if (activeElement !== null && activeElement !== document.body && !activeElement.closest('[data-card]')) return
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
