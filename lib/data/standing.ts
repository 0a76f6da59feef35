import { AppError } from '@/lib/errors'
import type { Actor, Role } from '@/lib/permissions/can'
import type { Prisma } from '@/prisma/generated/client'

type Standing = { readonly administrator: boolean; readonly roles: Record<string, Role>; readonly holds: boolean }

/**
 * Who acts, with what they may do at this moment: while they waited for a lock or a file was read, a role may have been
 * taken away. Ask it behind the lock, in a statement of its own: one that waits sees what was there when it began. Throws
 * unauthenticated where the token they came by holds no more. Whoever has no account (yet) has no role.
 */
export const atPresent = async (tx: Prisma.TransactionClient, actor: Actor): Promise<Actor> => {
  const token = actor.token?.id ?? null
  const [standing] = await tx.$queryRaw<Standing[]>`
    SELECT p.administrator, t.id IS NOT NULL AS holds,
      coalesce((SELECT json_object_agg(m.desk_id, m.role) FROM membership m
        WHERE m.user_id = p.id AND (t.id IS NULL OR m.desk_id = t.desk_id)), '{}') AS roles
    FROM person p LEFT JOIN api_token t
      ON t.id = ${token}::uuid AND t.user_id = p.id AND t.revoked_at IS NULL AND t.expires_at > clock_timestamp()
    WHERE p.id = ${actor.id}::uuid`
  if (standing === undefined) return { ...actor, administrator: false, roles: {} }
  const { administrator, roles, holds } = standing
  if (token === null) return { ...actor, administrator, roles }
  if (holds) return { ...actor, roles }
  throw new AppError('unauthenticated', 'This token has expired or was revoked before its request was carried out.')
}
