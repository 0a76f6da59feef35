import type { Mark } from '@/lib/annotation/annotation'
import { depthOf, isLined, isReplacedAt, lookOf, replacementOf } from '@/lib/annotation/mark-look'
import { lanesOf, piecesOf } from '@/lib/text/pieces'
import type { Range } from '@/lib/text/range'

/** How much of the text is written with its marks: the screens one sees first, in UTF-16 units. The browser paints the rest. */
const firstScreens = 5_000

const quoted = (words: string): string =>
  words.replace(/[&"<>]/g, (sign) => ({ '&': '&amp;', '"': '&quot;', '<': '&lt;' })[sign] ?? '&gt;')

/** Text as `transcriptHtml` wrote it, in units that stand for one UTF-16 unit each: a sign or a reference. */
const units = (written: string): readonly string[] => written.match(/&(?:amp|lt|gt|#13);|[\s\S]/g) ?? []

/** The words of one paragraph, tags and all, with `marks` around them, nested as the browser would nest them. */
const paragraphWithMarks = (inside: string, whole: Range, marks: readonly Mark[]): string => {
  const pieces = piecesOf(marks, whole)
  const lanes = lanesOf(marks.filter(isLined))
  const depth = depthOf(pieces)
  let at = whole.start
  return inside.replace(/<[^>]*>|[^<]+/g, (part) => {
    if (part.startsWith('<')) return part
    const words = units(part)
    const [start, end] = [at, at + words.length]
    at = end
    let html = ''
    let done = start
    for (const piece of pieces) {
      const here = { start: Math.max(piece.start, start), end: Math.min(piece.end, end) }
      if (here.start >= here.end) continue
      const nested = piece.marks.slice(-depth)
      html += words.slice(done - start, here.start - start).join('')
      for (const mark of nested) {
        const { classes, description } = lookOf(mark, here, lanes.get(mark.id) ?? 0, undefined)
        const said = description === null ? '' : ` aria-description="${quoted(description)}"`
        html += `<mark data-id="${quoted(mark.id)}" class="${classes}"${said}>`
      }
      html += words.slice(here.start - start, here.end - start).join('') + '</mark>'.repeat(nested.length)
      for (const mark of piece.marks.filter((one) => isReplacedAt(one, here.end))) {
        html += `<ins data-id="${quoted(mark.id)}" data-to="${quoted(replacementOf(mark))}" aria-hidden="true"></ins>`
      }
      done = here.end
    }
    return html + words.slice(done - start).join('')
  })
}

const paragraph = /<(p|h[2-6])\b[^>]* data-s=(\d+)>([\s\S]*?)<\/\1>/g

/**
 * The HTML of a text with `marks` (in document order) on its first screens, as the browser would paint them, so that they
 * are seen with the text. The text content stays what it was.
 */
export const withFirstMarks = (html: string, marks: readonly Mark[]): string => {
  const here = marks.filter((mark) => mark.start < firstScreens && mark.end > mark.start && mark.placed !== 'lost')
  if (here.length === 0) return html
  const looking = new RegExp(paragraph)
  let written = ''
  let done = 0
  for (let found = looking.exec(html); found; found = looking.exec(html)) {
    const [all, tag = '', offset, inside = ''] = found
    const start = Number(offset)
    if (start >= firstScreens) break
    const whole = { start, end: start + units(inside.replace(/<[^>]*>/g, '')).length }
    const on = here.filter((mark) => mark.start < whole.end && whole.start < mark.end)
    if (on.length === 0) continue
    const head = all.slice(0, all.length - inside.length - tag.length - 3)
    written += `${html.slice(done, found.index)}${head}${paragraphWithMarks(inside, whole, on)}</${tag}>`
    done = found.index + all.length
  }
  return written + html.slice(done)
}
