import { Annotation } from '@/lib/annotation/annotation'
import { AnnotationsInput, CreateInput, createAnnotation, listAnnotations } from '@/lib/data/annotations'
import { pageOfEach } from '@/lib/data/page'
import { route } from '@/lib/server/route'

const summary = 'Lists annotations in the order of the text. Several words of a filter are parted by commas.'
const answers = pageOfEach(Annotation)
export const GET = route(AnnotationsInput, listAnnotations, { summary, may: 'transcript.read', answers })
const check = { claim: 'There were nine points on the page.', verdict: 'mixed' }
export const POST = route(CreateInput, createAnnotation, {
  summary: 'Annotates a range of the newest revision.',
  may: 'annotation.create',
  answers: Annotation,
  created: ({ id }) => `/api/v1/annotations/${id}`,
  example: { kind: 'check', revision: 1, start: 20, end: 31, exact: 'nine points', check },
})
