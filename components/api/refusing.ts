import type { Annotation } from '@/lib/annotation/annotation'
import { annotationsOf, changesAfter } from './change'
import { ApiProblem } from './client'
import type { Core } from './core'
import type { Conflict } from './store'
import { formOf } from './words'

/** Why a write failed, in a sentence. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof ApiProblem)) return 'The page could not send this. Try again.'
  const faults = error.errors.map(({ message }) => message)
  return [error.message, ...faults.filter((fault) => fault !== error.message)].join(' ')
}

/**
 * What an error means for a write. `away`: the desk was out of reach or busy, the same write may well go through later;
 * `signed-out`: it waits for its author; `gone`: what it is about is not there; `refused`: somebody has to look.
 */
export const outcomeOf = (error: unknown): 'away' | 'signed-out' | 'gone' | 'refused' => {
  if (!(error instanceof ApiProblem)) return 'refused'
  const { status } = error
  if (status === 0 || status === 429 || status >= 500 || status === 408 || status === 425) return 'away'
  if (status === 401) return 'signed-out'
  return status === 404 || status === 410 ? 'gone' : 'refused'
}

/** Who made the change that a write met: the last one on record, where it can be read. */
const lastBy = async (core: Core, id: string): Promise<string> => {
  const { change, actor } = core.api.getState()
  const changes = await changesAfter(core, change).catch(() => [])
  const last = changes.findLast((one) => one.actor !== null && annotationsOf(one).includes(id))?.actor
  return last?.id === actor.id ? 'you, in another window' : (last?.name ?? 'someone else')
}

/** After a write met somebody else's change: takes in what is stored now, and says what there is to choose. */
export const meet = async (
  core: Core,
  key: string,
  current: Annotation,
): Promise<{ readonly why: string; readonly conflict?: Conflict }> => {
  core.ledger.learn(current)
  core.publish([current.id])
  const by = await lastBy(core, current.id)
  if (formOf(key) === null)
    return { why: `Changed meanwhile by ${by}. It is shown as it is now: look, then try again.` }
  const why = `Changed meanwhile by ${by}. Both versions are kept: choose which one stands.`
  return { why, conflict: { by, theirs: current } }
}

/** After "not found": the annotation itself may be gone, or only the reply or row that the write was about. */
export const reread = ({ request, ledger }: Core, id: string): Promise<void> =>
  request<Annotation>('GET', `/annotations/${id}`).then(ledger.learn, (error: unknown) => {
    if (outcomeOf(error) === 'gone') ledger.lose(id)
  })
