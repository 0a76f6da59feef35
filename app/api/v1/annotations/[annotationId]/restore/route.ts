import { Annotation } from '@/lib/annotation/annotation'
import { restoreAnnotation } from '@/lib/data/annotation-edits'
import { AnnotationInput } from '@/lib/data/annotations'
import { route } from '@/lib/server/route'

export const POST = route(AnnotationInput, restoreAnnotation, {
  summary: 'Brings a deleted annotation back.',
  may: 'annotation.delete',
  answers: Annotation,
})
