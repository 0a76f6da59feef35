import { EditInput, editTranscript } from '@/lib/data/transcript-edit'
import { DeleteInput, deleteTranscript, ReadInput, readTranscriptOrSummary } from '@/lib/data/transcripts'
import { route } from '@/lib/server/route'
import { Transcript, TranscriptSummary } from '@/lib/transcript/transcript'

const answers = Transcript.or(TranscriptSummary)
const summary = 'Gives one transcript with the text and turns of its newest revision.'
export const GET = route(ReadInput, readTranscriptOrSummary, { summary, may: 'transcript.read', answers })
export const PATCH = route(EditInput, editTranscript, {
  summary: 'Changes what is known about a transcript, or moves it through its review: one of the two at a time.',
  may: 'transcript.describe',
  answers: TranscriptSummary,
  example: { outlet: 'The Quay Courier', printedOn: '2031-03-11' },
})
const trashes = 'Puts a transcript in the trash; nothing of it is lost.'
export const DELETE = route(DeleteInput, deleteTranscript, {
  summary: trashes,
  may: 'transcript.delete',
  answers: null,
})
