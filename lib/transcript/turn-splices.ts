import type { Turn } from './transcript'

/** A change of a list of turns: `remove` of them from the one at `at` (from 0, in the list before) give way to `put`. */
export type TurnSplice = { readonly at: number; readonly remove: number; readonly put: readonly Turn[] }

const sameLabel = (a: Turn['label'], b: Turn['label']) => a?.start === b?.start && a?.end === b?.end

/** Whether two turns of one text are the same in everything. */
const sameTurn = (a: Turn, b: Turn): boolean =>
  a.start === b.start &&
  a.end === b.end &&
  sameLabel(a.label, b.label) &&
  a.speaker === b.speaker &&
  a.from === b.from &&
  a.to === b.to

/** What leads from one list of turns of a text to another of the same text; `[]` for the same. Linear. */
export const turnSplices = (from: readonly Turn[], to: readonly Turn[]): readonly TurnSplice[] => {
  const splices: TurnSplice[] = []
  let [at, next] = [0, 0]
  while (at < from.length || next < to.length) {
    const begun = { at, next }
    // Both are in the order of the text: the one that stands earlier cannot come up again on the other side.
    for (;;) {
      const [here, there] = [from[at], to[next]]
      if (!here && !there) break
      if (here && there && sameTurn(here, there)) break
      if (here && (!there || here.start <= there.start)) at += 1
      if (there && (!here || there.start <= here.start)) next += 1
    }
    if (at > begun.at || next > begun.next)
      splices.push({ at: begun.at, remove: at - begun.at, put: to.slice(begun.next, next) })
    at += 1
    next += 1
  }
  return splices
}

/** The list after the splices, which are in order. Throws RangeError where they do not fit it. */
export const spliceTurns = (turns: readonly Turn[], splices: readonly TurnSplice[]): readonly Turn[] => {
  const spliced: Turn[] = []
  let done = 0
  for (const { at, remove, put } of splices) {
    if (at < done || remove < 0 || at + remove > turns.length)
      throw new RangeError(`There are no ${remove} turns at ${at} to change.`)
    for (; done < at; done += 1) spliced.push(turns[done] as Turn)
    for (const turn of put) spliced.push(turn)
    done += remove
  }
  for (; done < turns.length; done += 1) spliced.push(turns[done] as Turn)
  return spliced
}
