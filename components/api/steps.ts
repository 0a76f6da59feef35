import { compose } from '@/lib/text/compose'
import type { Edits } from '@/lib/text/map'
import type { Range } from '@/lib/text/range'
import type { request } from './client'
import type { TranscriptView } from './store'

/** The corrections between an earlier revision and the one that the page shows. */
export type Steps = {
  /** The page went on from one revision to the next by these edits. */
  readonly add: (from: number, to: number, edits: Edits) => void
  /** The edits from a revision to the one shown, as far as the page knows them by itself. */
  readonly known: (from: number) => Edits | undefined
  /** The same, asked of the desk where the page does not know. Rejects where the desk does not say. */
  readonly since: (from: number) => Promise<Edits>
  /** The edits between two revisions, asked of the desk. Rejects where it does not say. */
  readonly between: (from: number, to: number) => Promise<Edits>
}

/** A place where two revisions differ, as the desk tells of it: where in the earlier one, and what stands there instead. */
type Difference = { readonly before: Range; readonly is: string }

type View = () => Pick<TranscriptView, 'revision' | 'transcript'>

export const openSteps = (ask: typeof request, view: View): Steps => {
  /** By the revision they begin at: to which they lead, and how. */
  const steps = new Map<number, { readonly to: number; readonly edits: Edits }>()
  const known = (from: number): Edits | undefined => {
    const { revision } = view()
    if (from >= revision) return from === revision ? [] : undefined
    const step = steps.get(from)
    const rest = step && known(step.to)
    return step && rest && compose(step.edits, rest)
  }
  const between = async (from: number, to: number): Promise<Edits> => {
    const path = `/transcripts/${view().transcript.id}/differences?from=${from}&to=${to}`
    const { differences } = await ask<{ readonly differences: readonly Difference[] }>('GET', path)
    return differences.map(({ before, is }) => ({ start: before.start, end: before.end, text: is }))
  }
  return {
    add: (from, to, edits) => void steps.set(from, { to, edits }),
    known,
    between,
    since: async (from) => {
      const here = known(from)
      if (here) return here
      const to = view().revision
      const edits = await between(from, to)
      steps.set(from, { to, edits })
      return edits
    },
  }
}
