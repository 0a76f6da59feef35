/** Puts the focus on the card of an annotation, in the column or the sheet; false where none is drawn. */
export const focusCard = (id: string): boolean => {
  const card = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)
  card?.focus({ preventScroll: true })
  return card !== null
}
