import { Marks } from '@/lib/annotation/annotation'
import { MarksInput, readMarks } from '@/lib/data/marks'
import { route } from '@/lib/server/route'

export const GET = route(MarksInput, readMarks, {
  summary:
    'Gives every annotation as a compact row, in the order of the text; with a revision, where they stood at that one.',
  may: 'transcript.read',
  answers: Marks,
})
