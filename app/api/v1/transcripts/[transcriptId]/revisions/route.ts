import { pageOfEach } from '@/lib/data/page'
import { listRevisions, RevisionSummary, RevisionsInput } from '@/lib/data/revisions'
import { route } from '@/lib/server/route'

export const GET = route(RevisionsInput, listRevisions, {
  summary: 'Lists the revisions of a transcript without their texts.',
  may: 'transcript.read',
  answers: pageOfEach(RevisionSummary),
})
