import { pageOfEach } from '@/lib/data/page'
import { listRevisions, RevisionsInput } from '@/lib/data/revisions'
import { route } from '@/lib/server/route'
import { RevisionSummary } from '@/lib/transcript/corrected'

export const GET = route(RevisionsInput, listRevisions, {
  summary: 'Lists the revisions of a transcript without their texts.',
  may: 'transcript.read',
  answers: pageOfEach(RevisionSummary),
})
