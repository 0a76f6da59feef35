import { EditInput, editTranscript } from '@/lib/data/transcript-edit'
import { DeleteInput, deleteTranscript, readTranscript, TranscriptInput } from '@/lib/data/transcripts'
import { route } from '@/lib/server/route'

export const GET = route(TranscriptInput, readTranscript)
export const PATCH = route(EditInput, editTranscript)
export const DELETE = route(DeleteInput, deleteTranscript)
