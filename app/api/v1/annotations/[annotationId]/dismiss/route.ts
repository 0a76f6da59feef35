import { Annotation } from '@/lib/annotation/annotation'
import { DismissInput, dismissAnnotation } from '@/lib/data/annotation-states'
import { route } from '@/lib/server/route'

export const POST = route(DismissInput, dismissAnnotation, {
  summary: 'Dismisses a flag with a reason; null opens it again.',
  may: 'annotation.dismiss',
  answers: Annotation,
  example: { reason: 'Both spellings are in use.' },
})
