import { restoreTranscript, TranscriptInput } from '@/lib/data/transcripts'
import { route } from '@/lib/server/route'
import { TranscriptSummary } from '@/lib/transcript/transcript'

export const POST = route(TranscriptInput, restoreTranscript, {
  summary: 'Takes a transcript out of the trash.',
  may: 'transcript.restore',
  answers: TranscriptSummary,
})
