import { Joined } from '@/lib/data/invitations'
import { SetUpInput, setUp } from '@/lib/data/set-up'
import { openRoute } from '@/lib/server/route'

export const POST = openRoute(SetUpInput, setUp, {
  summary: 'Makes the first administrator and their desk, with the one-time token from the log.',
  answers: Joined,
  refuses: ['gone'],
  example: {
    ...{ token: 'from-the-log', name: 'Oda Fenn', email: 'oda@courier.example' },
    ...{ password: 'a lamp over the quay', desk: 'City desk' },
  },
})
