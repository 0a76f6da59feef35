/** How many paragraphs are looked at in one go. */
const some = 400

const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 2_000 })
  else setTimeout(work, 50)
}

/**
 * Makes each speaker's label a heading for those who hear the page, so that they can go from turn to turn: one level
 * below the heading it stands under. Done in the page's idle time and not in the HTML, which a million words keep short.
 */
export const markSpeakers = (paragraphs: readonly HTMLElement[], signal: AbortSignal): void => {
  let [at, level] = [0, 2]
  const go = () => {
    if (signal.aborted) return
    for (const end = Math.min(at + some, paragraphs.length); at < end; at += 1) {
      const paragraph = paragraphs[at] as HTMLElement
      const first = paragraph.firstElementChild
      if (paragraph.tagName !== 'P') level = Math.min(Number(paragraph.tagName.slice(1)) + 1, 6)
      else if (first?.tagName === 'B') {
        first.setAttribute('role', 'heading')
        first.setAttribute('aria-level', `${level}`)
      }
    }
    if (at < paragraphs.length) whenIdle(go)
  }
  whenIdle(go)
}
