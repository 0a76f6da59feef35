import { EndedAll, EndSessionsInput, endSessions } from '@/lib/data/sessions'
import { route } from '@/lib/server/route'

export const POST = route(EndSessionsInput, endSessions, {
  summary: 'Ends every session of a person at once.',
  may: 'accounts.manage',
  answers: EndedAll,
})
