import { LRUCache } from 'lru-cache'
import { AppError } from '@/lib/errors'
import { type Actor, roles } from '@/lib/permissions/can'
import { db } from './db'
import { findTranscript, noTranscript } from './transcript-row'

/** What a write to a transcript is decided on. */
export type Seen = { readonly id: string; readonly deskId: string; readonly state: string; readonly head: number }

const kept = new LRUCache<string, Seen>({ max: 2_000 })

/**
 * What was last seen of a transcript, by anybody: good for a first try only, and only for a write that compares it under the
 * transcript's lock. It says nothing about who may see it.
 */
export const lastSeen = (transcriptId: string): Seen | undefined => kept.get(transcriptId)

/**
 * Looks at a transcript and at the actor's membership. Throws not-found and gone as `findTranscript` does, and forbidden
 * where the role was lowered since the request began.
 */
export const seeTranscript = async (actor: Actor, id: string): Promise<Seen> => {
  const { deskId, state, head } = await findTranscript(db, actor, id)
  const key = { deskId, userId: actor.id }
  const held = await db.membership.findUnique({ where: { deskId_userId: key }, select: { role: true } })
  if (held === null) throw noTranscript()
  if (roles.indexOf(held.role) < roles.indexOf(actor.roles[deskId] ?? 'viewer')) {
    throw new AppError('forbidden', 'Your role on this desk has just been changed. Reload the page.')
  }
  const seen = { id, deskId, state, head }
  kept.set(id, seen)
  return seen
}
