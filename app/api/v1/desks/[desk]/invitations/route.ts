import { DeskInput } from '@/lib/data/desks'
import { invite, listInvitations, NewInvitation } from '@/lib/data/invitations'
import { env } from '@/lib/server/env'
import { route } from '@/lib/server/route'

export const GET = route(DeskInput, listInvitations)
export const POST = route(NewInvitation, (actor, input) => invite(actor, { ...input, address: env().address }), {
  created: ({ id }) => `/api/v1/invitations/${id}`,
})
