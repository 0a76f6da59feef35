import { InvitationInput, revokeInvitation } from '@/lib/data/invitations'
import { route } from '@/lib/server/route'

export const DELETE = route(InvitationInput, revokeInvitation, {
  summary: 'Takes a one-time link back.',
  may: 'members.manage',
  answers: null,
})
