import type { Annotation } from '@/lib/annotation/annotation'
import { kinds } from '@/lib/annotation/kinds'
import type { Core } from './core'
import { reasonOf } from './refusing'
import type { Sending } from './sending'
import type { TranscriptActions } from './store'
import type { Undoing } from './undoing'

/**
 * Attaching an annotation that has no sure place to words of the text. It is shown once the desk has answered, and not sent again
 * by itself: what others did meanwhile may have changed what is wanted.
 */
export const attaching = (core: Core, way: Sending, undo: Undoing): Pick<TranscriptActions, 'attach'> => {
  const { api, ledger, request, newName } = core
  const state = () => api.getState()

  /** Sends one step; what it met is told, and what others did is fetched. */
  const send = async (work: (name: string) => Promise<void>): Promise<boolean> => {
    way.count(1)
    try {
      await work(newName())
      return true
    } catch (error) {
      undo.tell(reasonOf(error))
      return false
    } finally {
      way.count(-1)
      void state().refresh()
    }
  }
  const show = (annotation: Annotation) => {
    const { id, start, end, placed } = annotation
    ledger.amend([id], () => {
      const mark = ledger.mark(id)
      return mark && { ...mark, start, end, placed }
    })
    ledger.learn(annotation)
    core.publish([id])
  }
  const detach = (id: string) =>
    send(async (name) => {
      await request<Annotation>('POST', `/annotations/${id}/detach`, { body: {}, name })
      undo.tell('Taken back: it waits to be repaired again.')
    })
  return {
    attach: (id, { start, end, exact }) => {
      const { revision } = state()
      return send(async (name) => {
        const body = { revision, start, end, exact }
        const answer = await request<Annotation>('POST', `/annotations/${id}/attach`, { body, name })
        // Elsewhere than was asked for: the text went on, and the marks are fetched with it.
        if (answer.start === start && state().revision === revision) show(answer)
        undo.offer(`${kinds[answer.kind].label} attached.`, () => detach(id))
      })
    },
  }
}
