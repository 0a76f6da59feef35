import type { Annotation } from '@/lib/annotation/annotation'
import type { Corrected, CorrectionStep } from '@/lib/transcript/corrected'
import { touchedBy } from './change'
import { ApiProblem } from './client'
import type { Core } from './core'
import type { FollowText } from './follow-text'
import { outcomeOf, reasonOf } from './refusing'
import type { Sending } from './sending'
import type { TranscriptActions } from './store'
import type { Undoing } from './undoing'
import { wordsOf } from './words'

type Given = { readonly text: FollowText; readonly way: Sending; readonly undo: Undoing }
type Correcting = Pick<TranscriptActions, 'accept' | 'reject' | 'acceptFlag' | 'goOnTo'>

const number = new Intl.NumberFormat('en')
const countOf = (count: number) => (count === 1 ? 'Correction' : `${number.format(count)} corrections`)

/** Which of these a refusal is about: those it names, else all. */
const metIn = ({ current }: ApiProblem, ids: readonly string[]): readonly string[] =>
  typeof current === 'object' && current !== null && 'ids' in current && Array.isArray(current.ids) ? current.ids : ids

/**
 * Deciding about proposals. A decision is shown once the desk has answered, and not sent again by itself: what others did
 * meanwhile may have changed what is wanted. Where it met their change the proposal stays, and says what stands there now.
 */
export const correcting = (core: Core, { text, way, undo }: Given): Correcting => {
  const { api, request, newName, words } = core
  const state = () => api.getState()
  const pathOf = () => `/transcripts/${state().transcript.id}/corrections`

  const clash = (ids: readonly string[], why: string | null) => {
    const clashes = new Map(state().clashes)
    for (const id of ids) {
      if (why === null) clashes.delete(id)
      else clashes.set(id, why)
    }
    api.setState({ clashes })
  }

  /** Shows what the desk has answered: the text at once, cards once they are read again. */
  const show = async (corrected: Corrected, ids: readonly string[]): Promise<void> => {
    const isShown = await text.inTurn(() => text.take(corrected)).catch(() => false)
    // Others corrected the text too, or too much was touched to be told: then all of it is asked for.
    if (!isShown) await state().refresh()
    void state().readAgain([...new Set([...touchedBy(corrected), ...ids])])
  }

  /** Sends a decision about `ids`; `run` does it and says what was done. A second try is the same request, done once. */
  const decide = async (
    ids: readonly string[],
    what: string,
    run: (name: string) => Promise<void>,
    name = newName(),
  ) => {
    const key = `correct:${name}`
    way.unlist(key)
    way.count(1)
    clash(ids, null)
    try {
      await run(name)
      return true
    } catch (error) {
      const why = reasonOf(error)
      const met = error instanceof ApiProblem && error.status === 409
      if (met) {
        clash(metIn(error, ids), why)
        await state().refresh()
        undo.tell(why)
        return false
      }
      const retry = async () => void (await decide(ids, what, run, name))
      const stands = outcomeOf(error) === 'away' ? 'waiting' : 'refused'
      const unsent = { ...{ name, key, id: null, what, why, met: stands === 'refused' }, stands } as const
      way.list({ ...unsent, retry, giveUp: () => way.unlist(key), show: () => state().choose(ids[0] ?? null) })
      return false
    } finally {
      way.count(-1)
    }
  }

  const post = (name: string, body: CorrectionStep) => request<Corrected>('POST', pathOf(), { body, name })

  const takeBack = (revision: number, ids: readonly string[]) =>
    decide(ids, `Undoing revision ${revision}`, async (name) => {
      const answer = await post(name, { action: 'undo', revision })
      await show(answer, ids)
      undo.tell(`Taken back: the text is revision ${answer.revision} now.`)
    })

  /** Says what became of a decision, with the way back where there is a new revision. */
  const done = (what: string, { revision, cause }: Corrected, ids: readonly string[]) => {
    if (cause === null) return undo.tell(what)
    undo.offer(`${what} The text is revision ${revision} now.`, () => takeBack(revision, ids))
  }

  return {
    accept: (ids) => {
      const { revision } = state()
      return decide(ids, `Accepting ${countOf(ids.length).toLowerCase()}`, async (name) => {
        const answer = await post(name, { action: 'accept', ids: [...ids], revision })
        await show(answer, ids)
        done(`${countOf(ids.length)} accepted.`, answer, ids)
      })
    },
    reject: (ids, reason) =>
      decide(ids, `Rejecting ${countOf(ids.length).toLowerCase()}`, async (name) => {
        const answer = await post(name, { action: 'reject', ids: [...ids], reason })
        for (const id of ids) words.forget(wordsOf.editing({ id, part: 'dismiss' }))
        core.ledger.amend(ids, (id) => {
          const mark = core.ledger.mark(id)
          return mark && { ...mark, state: 'dismissed' }
        })
        core.publish(ids)
        void state().readAgain(ids)
        done(`${countOf(ids.length)} rejected.`, answer, ids)
      }),
    goOnTo: async (revision, what) => {
      await state().refresh()
      // What was being asked for already may have begun before it was made.
      if (state().revision < revision) await state().refresh()
      undo.offer(what, () => takeBack(revision, []))
    },
    acceptFlag: (id, to, everywhere) => {
      const { revision } = state()
      return decide([id], 'Accepting a flag', async (name) => {
        const body = { to, everywhere, revision }
        const flag = await request<Annotation>('POST', `/annotations/${id}/accept`, { body, name })
        core.ledger.learn(flag)
        core.publish([id])
        // What it made of the text, or proposed, stands in the record of changes.
        await state().refresh()
        const made = state().accepted.get(id)
        if (made)
          return undo.offer(`Flag accepted. The text is revision ${made.revision} now.`, () =>
            takeBack(made.revision, [id]),
          )
        undo.tell('Proposed as a correction. An editor of the desk accepts it.')
      })
    },
  }
}
