/** The name in a label on the page, and where it begins there. Its time and its signs are elements of their own; null for no name. */
export const nameAt = (label: Element): { readonly at: number; readonly name: string } | null => {
  let at = 0
  let name = ''
  for (const part of label.childNodes) {
    const isName = !(part instanceof HTMLElement && part.matches('u, em, i'))
    if (isName) name += part.textContent
    else if (name === '') at += part.textContent?.length ?? 0
  }
  return name === '' ? null : { at, name }
}

/** The name in a label on the page; '' for none. */
export const nameIn = (label: Element): string => nameAt(label)?.name.trim() ?? ''

/**
 * The next turn of a speaker after the UTF-16 offset `from`, or the first where there is none after it: where it
 * begins and which of their turns it is. The labels are read from the page, which has them all. Null for none.
 */
export const nextTurnOf = (
  article: Element,
  names: readonly string[],
  from: number,
): { readonly start: number; readonly at: number; readonly of: number } | null => {
  const starts = [...article.querySelectorAll('[data-s] > b')].flatMap((label) =>
    names.includes(nameIn(label)) ? [Number(label.parentElement?.dataset.s)] : [],
  )
  if (starts.length === 0) return null
  const at = Math.max(
    0,
    starts.findIndex((start) => start > from),
  )
  return { start: starts[at] as number, at: at + 1, of: starts.length }
}
