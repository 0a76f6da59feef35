import { Invitation, InvitationsInput, invite, listInvitations, NewInvitation, NewLink } from '@/lib/data/invitations'
import { pageOfEach } from '@/lib/data/page'
import { env } from '@/lib/server/env'
import { route } from '@/lib/server/route'

const [may, answers] = ['members.manage', pageOfEach(Invitation)] as const
const summary = 'Lists the one-time links of a desk that can still be used.'
export const GET = route(InvitationsInput, listInvitations, { summary, may, answers })
export const POST = route(NewInvitation, (actor, input) => invite(actor, { ...input, address: env().address }), {
  summary: 'Makes a one-time link that adds a person to the desk. The link is told this once.',
  may,
  answers: NewLink,
  created: ({ id }) => `/api/v1/invitations/${id}`,
  example: { role: 'checker', name: 'Teodor Sand' },
})
