import { Change, ChangesInput, listChanges } from '@/lib/data/change-list'
import { pageOfEach } from '@/lib/data/page'
import { route } from '@/lib/server/route'

export const GET = route(ChangesInput, listChanges, {
  summary: 'Lists who did what to a transcript after a number, the oldest first.',
  may: 'transcript.read',
  answers: pageOfEach(Change),
})
