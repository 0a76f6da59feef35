import type { Edit, Edits } from './map'
import { cutsWord } from './tighten'

/** The most letters that are taken in on one side, in UTF-16 units: a longer run of letters is no word. */
const longest = 64

/**
 * The same edits as a person reads them: each of whole words, of the text before and of the one after. Those that share a
 * word are one. They lead from `before` to `after` like the edits given, which must be in order, and cut no other grapheme.
 */
export const wholeWords = (before: string, after: string, edits: Edits): Edits => {
  const whole: Edit[] = []
  let shift = 0
  for (const [at, edit] of edits.entries()) {
    const cuts = (place: number, moved: number) => cutsWord(before, place) || cutsWord(after, place + moved)
    const last = whole.at(-1)
    const behind = shift + edit.text.length - (edit.end - edit.start)
    const floor = Math.max(last?.end ?? 0, edit.start - longest)
    const ceiling = Math.min(edits[at + 1]?.start ?? before.length, edit.end + longest)
    let [start, end] = [edit.start, edit.end]
    while (start > floor && cuts(start, shift)) start -= 1
    while (end < ceiling && cuts(end, behind)) end += 1
    const text = before.slice(start, edit.start) + edit.text + before.slice(edit.end, end)
    if (last && last.end === start && cuts(start, shift))
      whole[whole.length - 1] = { start: last.start, end, text: last.text + text }
    else whole.push({ start, end, text })
    shift = behind
  }
  return whole
}
