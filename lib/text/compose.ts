import { checkEdits, type Edit, type Edits, joinTouching } from './map'

/** One edit as it lies in the text between the two lists: `start` and `end` there, and which list it is of. */
type Step = { readonly start: number; readonly end: number; readonly edit: Edit; readonly second: boolean }

/** Edits of both lists that reach over one another, so that they are one. */
type Knot = { readonly start: number; end: number; readonly steps: Step[] }

/** Both lists in the order of the text between them, a place before what begins there. */
const stepsOf = (first: Edits, second: Edits): readonly Step[] => {
  let shift = 0
  const before = first.map((edit): Step => {
    const start = edit.start + shift
    shift += edit.text.length - (edit.end - edit.start)
    return { start, end: start + edit.text.length, edit, second: false }
  })
  const after = second.map((edit): Step => ({ start: edit.start, end: edit.end, edit, second: true }))
  return [...before, ...after].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Joins steps that share a letter, and a deletion with what was then put in its very place. */
const knotsOf = (steps: readonly Step[]): readonly Knot[] => {
  const knots: Knot[] = []
  for (const step of steps) {
    const last = knots.at(-1)
    const place = last?.start === step.end && last.end === step.end
    const meets = last && (step.start < last.end || (place && last.steps.at(-1)?.second !== step.second))
    if (last && meets) {
      last.steps.push(step)
      last.end = Math.max(last.end, step.end)
    } else knots.push({ start: step.start, end: step.end, steps: [step] })
  }
  return knots
}

/** What stands at the end where a knot was: the second list's texts, and of the first list's what these left. */
const textOf = ({ steps }: Knot): string => {
  const parts: string[] = []
  const cuts = steps.filter((step) => step.second)
  let next = 0
  for (const { start, end, edit } of steps.filter((step) => !step.second)) {
    let at = start
    for (let cut = cuts[next]; cut && cut.start <= end; cut = cuts[next]) {
      if (cut.start > at) parts.push(edit.text.slice(at - start, cut.start - start))
      at = Math.max(at, Math.min(cut.end, end))
      // What goes on behind this text has more of the first list under it.
      if (cut.end > end) break
      parts.push(cut.edit.text)
      next += 1
    }
    parts.push(edit.text.slice(at - start))
  }
  for (const cut of cuts.slice(next)) parts.push(cut.edit.text)
  return parts.join('')
}

/**
 * One list that does to a text what `first` and then `second` do: `second` is in offsets of the text between. Letters
 * that come through both lists come through it, and no others, so a range whose first and last letter come through both
 * is mapped to the same place either way. (Where a letter at its edge went, new words at that edge may fall inside on one
 * way and outside on the other: which of them took whose place is no longer known.) Without the text it cannot see that
 * `second` put back what `first` took away: `tidyEdits` can. O(n log n).
 */
export const compose = (first: Edits, second: Edits): Edits => {
  checkEdits(first)
  checkEdits(second)
  let shift = 0
  const edits = knotsOf(stepsOf(first, second)).map((knot): Edit => {
    const start = knot.start - shift
    for (const { edit, second: late } of knot.steps) if (!late) shift += edit.text.length - (edit.end - edit.start)
    return { start, end: knot.end - shift, text: textOf(knot) }
  })
  return joinTouching(edits.filter(({ start, end, text }) => start < end || text !== ''))
}
