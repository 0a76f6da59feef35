import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { type Action, type Actor, can, tokenScopes } from '@/lib/permissions/can'
import type { JobKind } from '@/lib/transcript/job'
import type { Transaction } from './changes'
import { Uuid } from './input'
import { Overtaken } from './job-runs'
import { atPresent } from './standing'

/** What one has to be allowed to do in a desk for a job of each kind. */
export const needs: Readonly<Record<JobKind, Action>> = {
  import: 'transcript.import',
  version: 'revision.upload',
}

/** The part of a job's input that says by which token it was asked for, where it was. */
export const AskedBy = z.object({ token: z.object({ id: Uuid, scope: z.enum(tokenScopes) }).optional() })

const stopped = (problem: 'unauthenticated' | 'forbidden', why: string) =>
  new AppError(problem, `${why}, so this was stopped. Nothing of it was stored.`)

/**
 * Whoever asked for a job, as they stand at this moment. Throws unauthenticated where the token it was asked for with holds
 * no more, forbidden where they may no longer do it, and Overtaken where the job is gone.
 */
export const askerOf = async (tx: Transaction, id: string): Promise<Actor> => {
  const select = { kind: true, deskId: true, input: true, user: { select: { id: true, name: true } } } as const
  const job = await tx.job.findUnique({ where: { id }, select })
  if (job === null) throw new Overtaken()
  const { token } = AskedBy.parse(job.input)
  const asked = { ...job.user, administrator: false, roles: {}, ...(token && { token }) }
  const actor = await atPresent(tx, asked).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
    throw stopped('unauthenticated', 'The token that asked for this has expired or was revoked')
  })
  if (can(actor, needs[job.kind as JobKind], { deskId: job.deskId })) return actor
  throw stopped('forbidden', 'Whoever asked for this may no longer do it in this desk')
}
