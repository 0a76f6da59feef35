import { AcceptInput, acceptInvitation, Joined } from '@/lib/data/invitations'
import { openRoute } from '@/lib/server/route'

export const POST = openRoute(AcceptInput, acceptInvitation, {
  summary: 'Uses a one-time link: whoever is signed in joins the desk, anyone else makes an account first.',
  answers: Joined,
  refuses: ['gone', 'conflict'],
  example: {
    token: 'from-the-link',
    name: 'Teodor Sand',
    email: 'teodor@courier.example',
    password: 'nine points, one page',
  },
})
