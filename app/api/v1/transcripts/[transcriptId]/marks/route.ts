import { Marks } from '@/lib/annotation/annotation'
import { readMarks } from '@/lib/data/marks'
import { TranscriptInput } from '@/lib/data/transcripts'
import { route } from '@/lib/server/route'

export const GET = route(TranscriptInput, readMarks, {
  summary: 'Gives every annotation as a compact row, in the order of the text.',
  may: 'transcript.read',
  answers: Marks,
})
