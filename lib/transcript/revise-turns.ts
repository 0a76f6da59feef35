import { boundaryBefore } from '@/lib/text/grapheme'
import { type Edit, prepareEdits } from '@/lib/text/map'
import { countBelow } from '@/lib/text/sorted'
import { tidyEdits } from '@/lib/text/tighten'
import { type Revising, revisingTo, type Wording } from './correction'
import { moved } from './follow-turns'
import { clock, labelPieces } from './label'
import type { Turn } from './transcript'

/**
 * What a person corrects of turns. `at` is any place in the turn, its label included, in UTF-16 offsets of the text.
 * - `relabel`: the speaker is another; null takes the label away.
 * - `retime`: seconds from the start of the recording; what is left out stays, null takes it away.
 * - `split`: a turn of its own begins at `at`, a place in the words; with a speaker it gets a label.
 * - `merge`: the turn is the end of the one before.
 */
export type TurnChange =
  | { readonly do: 'relabel'; readonly at: number; readonly speaker: string | null }
  | { readonly do: 'retime'; readonly at: number; readonly from?: number | null; readonly to?: number | null }
  | { readonly do: 'split'; readonly at: number; readonly speaker?: string; readonly from?: number }
  | { readonly do: 'merge'; readonly at: number }

const outer = (turn: Turn) => turn.label?.start ?? turn.start

/** The turn that holds `at`, counted from 0. Throws RangeError where there is none. */
const indexAt = (turns: readonly Turn[], begins: readonly number[], at: number): number => {
  const index = countBelow(begins, at + 1) - 1
  const turn = turns[index]
  if (!turn || at > turn.end) throw new RangeError(`There is no turn at ${at}.`)
  return index
}

const secondsOf = (shown: string): number =>
  shown
    .replace(',', '.')
    .split(':')
    .reduce((total, part) => total * 60 + Number(part), 0)

/** A time as the label showed the one before: with as many parts. */
const timeLike = (shown: string, seconds: number): string => {
  const time = clock(seconds)
  return shown.split(':').length === 3 && time.split(':').length === 2
    ? `${/^\d\d:/.test(shown) ? '00' : '0'}:${time}`
    : time
}

/** The label of a turn with another name or time, where it shows one. */
const labelLike = (label: string, speaker: string | undefined, now: { name?: string; from?: number; was?: number }) =>
  labelPieces(label, speaker)
    .map(({ part, text }) => {
      if (part === 'name' && now.name !== undefined) return now.name
      const shows =
        part === 'time' && now.from !== undefined && (now.was === undefined || secondsOf(text) === Math.floor(now.was))
      return shows ? timeLike(text, now.from as number) : text
    })
    .join('')

/** What stands between two turns of this text, between a label and its words, and a label for this speaker. */
const shapes = ({ text, turns }: Wording) => {
  const breaks = text.includes('\r\n') ? '\r\n\r\n' : '\n\n'
  const between = (index: number): string => {
    for (const at of [index + 1, index]) {
      const [before, after] = [turns[at - 1], turns[at]]
      const gap = before && after ? text.slice(before.end, outer(after)) : ''
      if (/^\s*\n\s*$/.test(gap)) return gap
    }
    return breaks
  }
  const label = (turn: Turn, name: string, from?: number): { readonly label: string; readonly gap: string } => {
    const own = turn.label ? text.slice(turn.label.start, turn.label.end) : ''
    const pieces = labelPieces(own, turn.speaker)
    const parts = new Set(pieces.map(({ part }) => part))
    if (!turn.label || !parts.has('name') || (parts.has('time') && from === undefined))
      return { label: `${name}:`, gap: ' ' }
    return { label: labelLike(own, turn.speaker, { name, from }), gap: text.slice(turn.label.end, turn.start) || ' ' }
  }
  return { between, label }
}

type Of<Do extends TurnChange['do']> = Extract<TurnChange, { readonly do: Do }>

/** What is to be done to one turn, at most one of each but splits. Throws RangeError where two contradict. */
const sortOut = (changes: readonly TurnChange[]) => {
  const all = <Do extends TurnChange['do']>(name: Do) =>
    changes.filter((change): change is Of<Do> => change.do === name)
  const [relabel, relabelAgain] = all('relabel')
  const [retime, retimeAgain] = all('retime')
  const [merge, mergeAgain] = all('merge')
  if (relabelAgain || retimeAgain || mergeAgain || (merge && (relabel || retime)))
    throw new RangeError('Two of these changes contradict each other on one turn.')
  return { relabel, retime, merge, splits: all('split').sort((a, b) => a.at - b.at) }
}

/** A new beginning in a turn: the edit that makes it, and how its text is made up. */
type Cut = {
  readonly edit: Edit
  readonly gap: number
  readonly label: number
  readonly space: number
  readonly of: Of<'split'>
}

/** A turn as it is to be, in offsets of the text after; `place` says where what begins or ends at an offset then stands. */
type Plan = {
  readonly edits: readonly Edit[]
  readonly merges: boolean
  readonly turns: (place: (at: number) => number) => readonly Turn[]
}

/** What leads to the changes asked of one turn. */
const planOf = (wording: Wording, index: number, changes: readonly TurnChange[]): Plan => {
  const { text, turns } = wording
  const turn = turns[index] as Turn
  const { relabel, retime, merge, splits } = sortOut(changes)
  const shape = shapes(wording)
  const edits: Edit[] = []

  const before = turns[index - 1]
  if (merge && !before) throw new RangeError('There is no turn before this one.')
  if (merge && before) {
    const blank = text.slice(before.end, outer(turn)).trim() === ''
    const edit = { start: blank ? before.end : outer(turn), end: turn.start, text: blank ? ' ' : '' }
    if (edit.start < edit.end || edit.text !== '') edits.push(edit)
  }

  const own = turn.label && text.slice(turn.label.start, turn.label.end)
  const name = relabel ? (relabel.speaker ?? undefined) : turn.speaker
  let label = merge ? undefined : own
  let space = turn.label ? turn.start - turn.label.end : 0
  if (relabel?.speaker === null) label = undefined
  else if (relabel && !own) [label, space] = [`${name}:`, 1]
  else if (own && !merge && (relabel || retime)) {
    const named = labelPieces(own, turn.speaker).some(({ part }) => part === 'name')
    const shown = labelLike(own, turn.speaker, { name, from: retime?.from ?? undefined, was: turn.from })
    label = relabel && !named ? `${shown} ${name}:` : shown
  }
  if (!merge && label !== own) {
    if (turn.label && label !== undefined) edits.push({ ...turn.label, text: label })
    else edits.push({ start: outer(turn), end: turn.start, text: label === undefined ? '' : `${label} ` })
  }

  const cuts = splits.map((split): Cut => {
    const at = boundaryBefore(text, split.at)
    const start = turn.start + text.slice(turn.start, at).trimEnd().length
    const end = turn.end - text.slice(at, turn.end).trimStart().length
    if (start <= turn.start || end >= turn.end) throw new RangeError('A turn is split between two of its words.')
    const gap = shape.between(index)
    const given = split.speaker === undefined ? { label: '', gap: '' } : shape.label(turn, split.speaker, split.from)
    const edit = { start, end, text: gap + given.label + given.gap }
    return { edit, gap: gap.length, label: given.label.length, space: given.gap.length, of: split }
  })
  for (const [at, { edit }] of cuts.entries()) {
    if (edit.start <= (cuts[at - 1]?.edit.end ?? 0)) throw new RangeError('A turn is split once at one place.')
  }
  edits.push(...cuts.map(({ edit }) => edit))

  const from = retime?.from === undefined ? turn.from : (retime.from ?? undefined)
  const to = retime?.to === undefined ? turn.to : (retime.to ?? undefined)
  return {
    edits,
    merges: merge !== undefined,
    turns: (place) => {
      const ends = [...cuts.map(({ edit }) => place(edit.start)), place(turn.end)]
      const made = (
        at: number,
        begins: number,
        length: number,
        behind: number,
        speaker?: string,
        time?: number,
      ): Turn => {
        const until = at < cuts.length ? cuts[at]?.of.from : to
        return {
          start: begins + length + behind,
          end: ends[at] as number,
          ...(length > 0 && { label: { start: begins, end: begins + length } }),
          ...(speaker !== undefined && { speaker }),
          ...(time !== undefined && { from: time }),
          ...(until !== undefined && { to: until }),
        }
      }
      const begins = merge ? place(turn.start) : place(outer(turn))
      return [
        made(0, begins, label?.length ?? 0, label === undefined ? 0 : space, merge ? undefined : name, from),
        ...cuts.map(({ edit, gap, label: length, space: behind, of }, at) =>
          made(at + 1, place(edit.start) + gap, length, behind, of.speaker, of.from),
        ),
      ]
    },
  }
}

/** What leads to the turns that a person asks for. Throws RangeError where a change cannot be made, or two contradict. */
export const reviseTurns = (wording: Wording, changes: readonly TurnChange[]): Revising => {
  const { text, turns } = wording
  const begins = turns.map(outer)
  const asked = new Map<number, TurnChange[]>()
  for (const change of changes) {
    const index = indexAt(turns, begins, change.at)
    asked.set(index, [...(asked.get(index) ?? []), change])
  }
  const plans = new Map([...asked].map(([index, wanted]) => [index, planOf(wording, index, wanted)] as const))
  const edits = [...plans.values()].flatMap((plan) => plan.edits).sort((a, b) => a.start - b.start || a.end - b.end)
  const { starts, shifts } = prepareEdits(edits)
  const place = (at: number) => at + (shifts[countBelow(starts, at)] as number)
  const revised: Turn[] = []
  for (const [index, turn] of turns.entries()) {
    const plan = plans.get(index)
    const [first, ...rest] = plan ? plan.turns(place) : [moved(turn, place(outer(turn)) - outer(turn))]
    const last = revised.at(-1)
    if (plan?.merges && last && first) {
      revised[revised.length - 1] = { ...last, end: first.end, ...(first.to !== undefined && { to: first.to }) }
    } else if (first) revised.push(first)
    revised.push(...rest)
  }
  return revisingTo(wording, tidyEdits(text, edits), revised)
}
