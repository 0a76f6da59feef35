import { ComparisonInput, readComparison } from '@/lib/data/comparison'
import { route } from '@/lib/server/route'
import { Comparison } from '@/lib/transcript/comparison'

export const GET = route(ComparisonInput, readComparison, {
  summary: 'Compares two revisions: the paragraphs in which they differ, with the annotations on them, page by page.',
  may: 'transcript.read',
  answers: Comparison,
})
