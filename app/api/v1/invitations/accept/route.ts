import { AcceptInput, acceptInvitation } from '@/lib/data/invitations'
import { openRoute } from '@/lib/server/route'

export const POST = openRoute(AcceptInput, acceptInvitation)
