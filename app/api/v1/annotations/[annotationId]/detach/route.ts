import { Annotation } from '@/lib/annotation/annotation'
import { AnnotationInput } from '@/lib/data/annotations'
import { detachAnnotation } from '@/lib/data/reattaching'
import { route } from '@/lib/server/route'

export const POST = route(AnnotationInput, detachAnnotation, {
  summary: 'Takes it back that an annotation was attached: it waits to be repaired again.',
  may: 'annotation.attach',
  answers: Annotation,
  refuses: ['conflict'],
})
