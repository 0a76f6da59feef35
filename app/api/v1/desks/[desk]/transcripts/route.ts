import { ImportInput, takeIn } from '@/lib/data/import'
import { pageOfEach } from '@/lib/data/page'
import { listTranscripts, TranscriptsInput } from '@/lib/data/transcripts'
import { route } from '@/lib/server/route'
import { ImportedTranscript, Job } from '@/lib/transcript/job'
import { maxFileBytes, TranscriptSummary } from '@/lib/transcript/transcript'

const answers = pageOfEach(TranscriptSummary)
const summary = 'Lists the transcripts of a desk, without their texts.'
export const GET = route(TranscriptsInput, listTranscripts, { summary, may: 'transcript.read', answers })
export const POST = route(ImportInput, takeIn, {
  summary: 'Imports a transcript from a file, or from the text itself; a long one becomes a job.',
  may: 'transcript.import',
  answers: ImportedTranscript,
  maxBytes: 2 * maxFileBytes, // The fields beside the file, and JSON's own escapes, come on top of what a file may hold.
  created: ({ id }) => `/api/v1/transcripts/${id}`,
  accepted: { answers: Job, at: (made) => ('progress' in made ? `/api/v1/jobs/${made.id}` : null) },
  example: { title: 'The harbour call', text: 'Marrant: We put nine points on one page.', language: 'en' },
})
