import { RevisionWithText } from '@/lib/data/revision-text'
import { RevisionInput, readRevision } from '@/lib/data/revisions'
import { route } from '@/lib/server/route'

export const GET = route(RevisionInput, readRevision, {
  summary: 'Gives one revision with its text and turns.',
  may: 'transcript.read',
  answers: RevisionWithText,
})
