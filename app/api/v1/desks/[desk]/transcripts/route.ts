import { ImportInput, importTranscript } from '@/lib/data/import'
import { listTranscripts, TranscriptsInput } from '@/lib/data/transcripts'
import { route } from '@/lib/server/route'
import { maxFileBytes } from '@/lib/transcript/transcript'

export const GET = route(TranscriptsInput, listTranscripts)
export const POST = route(ImportInput, importTranscript, {
  // The fields beside the file, and JSON's own escapes, come on top of what a file may hold.
  maxBytes: 2 * maxFileBytes,
  created: ({ id }) => `/api/v1/transcripts/${id}`,
})
