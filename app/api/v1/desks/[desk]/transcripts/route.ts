import { ImportInput, importTranscript } from '@/lib/data/import'
import { pageOfEach } from '@/lib/data/page'
import { listTranscripts, TranscriptsInput } from '@/lib/data/transcripts'
import { route } from '@/lib/server/route'
import { maxFileBytes, Transcript, TranscriptSummary } from '@/lib/transcript/transcript'

const answers = pageOfEach(TranscriptSummary)
const summary = 'Lists the transcripts of a desk, without their texts.'
export const GET = route(TranscriptsInput, listTranscripts, { summary, may: 'transcript.read', answers })
export const POST = route(ImportInput, importTranscript, {
  summary: 'Imports a transcript from a file, or from the text itself.',
  may: 'transcript.import',
  answers: Transcript,
  // The fields beside the file, and JSON's own escapes, come on top of what a file may hold.
  maxBytes: 2 * maxFileBytes,
  created: ({ id }) => `/api/v1/transcripts/${id}`,
  example: { title: 'The harbour call', text: 'Marrant: We put nine points on one page.', language: 'en' },
})
