import type { TranscriptState, TranscriptSummary } from '@/lib/transcript/transcript'
import { ApiProblem } from './client'
import type { Core } from './core'
import { summaryOf } from './following'
import { reasonOf } from './refusing'
import type { Sending } from './sending'
import type { TranscriptActions } from './store'
import { wordsOf } from './words'

/**
 * Moves the transcript through its review. It is not shown before it is answered, and not sent again by itself: a state
 * is a decision, and what others did meanwhile may have changed it.
 */
export const moving = ({ api, request, words }: Core, { list, unlist, count }: Sending): TranscriptActions['move'] => {
  const key = wordsOf.step
  const move = async (state: TranscriptState, reason?: string): Promise<boolean> => {
    const { id, version, state: from } = api.getState().transcript
    const body = { state, ...(reason !== undefined && { reason }) }
    unlist(key)
    count(1)
    const moved = (transcript: TranscriptSummary) => {
      words.forget(key)
      api.setState({ transcript: summaryOf(transcript) })
      return true
    }
    try {
      return moved(await request<TranscriptSummary>('PATCH', `/transcripts/${id}`, { body, version }))
    } catch (error) {
      const stale = error instanceof ApiProblem && error.status === 409 && error.current
      const current = stale ? (error.current as TranscriptSummary) : null
      if (current?.version) api.setState({ transcript: summaryOf(current) })
      const retry = async () => void (await move(state, reason))
      const why = current
        ? 'The transcript was changed meanwhile and is shown as it is now. Look, then try again.'
        : reasonOf(error)
      const what = 'Moving the transcript on'
      // Tried once more after an answer was lost, it is where it was to go.
      if (current?.state === state && from !== state) return moved(current)
      list({
        ...{ name: key, key, id: null, what, why, stands: 'refused', met: current !== null },
        retry,
        giveUp,
        show,
      })
      return false
    } finally {
      count(-1)
    }
  }
  const show = () => {}
  const giveUp = () => {
    unlist(key)
    words.forget(key)
  }
  return move
}
