import { EndSessionsInput, endSessions } from '@/lib/data/sessions'
import { route } from '@/lib/server/route'

export const POST = route(EndSessionsInput, endSessions)
