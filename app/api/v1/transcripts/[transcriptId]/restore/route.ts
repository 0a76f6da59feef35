import { restoreTranscript, TranscriptInput } from '@/lib/data/transcripts'
import { route } from '@/lib/server/route'

export const POST = route(TranscriptInput, restoreTranscript)
