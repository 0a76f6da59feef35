/** Puts the focus on a card once the page has drawn it. Does nothing where the focus has gone elsewhere meanwhile. */
export const focusCardSoon = (id: string | null): void => {
  if (id === null) return
  requestAnimationFrame(() => {
    const { activeElement } = document
    if (activeElement !== null && activeElement !== document.body && !activeElement.closest('[data-card]')) return
    document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)?.focus({ preventScroll: true })
  })
}

/** Puts the focus back on the text, where every key of the workbench works. */
export const focusText = (): void => document.getElementById('main')?.focus({ preventScroll: true })
