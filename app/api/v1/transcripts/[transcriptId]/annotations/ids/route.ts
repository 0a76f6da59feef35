import { AnnotationFilter, AnnotationIds, listAnnotationIds } from '@/lib/data/annotation-filter'
import { route } from '@/lib/server/route'

export const GET = route(AnnotationFilter, listAnnotationIds, {
  summary: 'Lists the ids of all annotations that pass a filter, in the order of the text, in one answer.',
  may: 'transcript.read',
  answers: AnnotationIds,
})
