import { quoted } from '@/lib/text/quoted'
import { ApiProblem } from './client'
import type { Core } from './core'
import type { Line } from './line'
import { moveInput } from './standing'
import type { Turn } from './turns'

/** Whether the desk refused a write because the text has been corrected since. */
export const isBehind = (error: unknown): boolean => {
  if (!(error instanceof ApiProblem) || error.status !== 409) return false
  const { current } = error
  return typeof current === 'object' && current !== null && 'revision' in current
}

export type TextMoved = {
  /** Whether a write is a new annotation that was made on an older text than the page shows. */
  readonly isOlder: (turn: Turn) => boolean
  /**
   * Leads a new annotation to the text that is shown. Gives a sentence where its words are no longer those it was made on:
   * then whoever wrote it has to look. Rejects where the desk does not say how the text has changed.
   */
  readonly bring: (turn: Turn) => Promise<string | null>
}

/** What becomes of new annotations that wait while the text is corrected. */
export const textMoved = ({ api, steps, followers }: Core, line: Line): TextMoved => {
  const inputOf = ({ record: { act } }: Turn) => (act.do === 'create' ? act.input : null)
  const isOlder = (turn: Turn) => (inputOf(turn)?.revision ?? Number.POSITIVE_INFINITY) < api.getState().revision

  // Where it stands is shown in the text it is on its way to; what of its words has changed is told when it is sent.
  followers.add(({ edits, revision }) => {
    for (const turn of line.turns()) {
      const { act } = turn.record
      if (edits === null || turn.stands === 'flying' || act.do !== 'create' || act.input.revision + 1 > revision)
        continue
      const known = steps.known(act.input.revision)
      const moved = known && moveInput(act.input, known, revision)
      if (moved?.fate === 'kept') line.remake(turn, { ...turn.record, act: { do: 'create', input: moved.input } })
    }
  })

  return {
    isOlder,
    bring: async (turn) => {
      const input = inputOf(turn)
      if (input === null) return null
      const edits = await steps.since(input.revision)
      const { input: moved, fate } = moveInput(input, edits, api.getState().revision)
      line.remake(turn, { ...turn.record, act: { do: 'create', input: moved } })
      if (fate === 'kept') return null
      const was = quoted(input.exact ?? '')
      if (fate === 'deleted')
        return `The words ${was} were taken out of the text before this was saved. Select other words for it.`
      return `${was} was corrected to ${quoted(moved.exact ?? '')} before this was saved. Look, then try again.`
    },
  }
}
