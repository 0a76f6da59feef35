/** The name in a label on the page, without its time and what is kept but not shown. */
export const nameIn = (label: Element): string =>
  [...label.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent)
    .join('')
    .trim()

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
