import { EditInput, editTranscript } from '@/lib/data/transcript-edit'
import { DeleteInput, deleteTranscript, ReadInput, readTranscriptOrSummary } from '@/lib/data/transcripts'
import { route } from '@/lib/server/route'

export const GET = route(ReadInput, readTranscriptOrSummary)
export const PATCH = route(EditInput, editTranscript)
export const DELETE = route(DeleteInput, deleteTranscript)
