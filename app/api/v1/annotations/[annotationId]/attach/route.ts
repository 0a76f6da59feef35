import { Annotation } from '@/lib/annotation/annotation'
import { AttachInput, attachAnnotation } from '@/lib/data/reattaching'
import { route } from '@/lib/server/route'

export const POST = route(AttachInput, attachAnnotation, {
  summary: 'Puts an annotation that has no sure place onto words of the newest text.',
  may: 'annotation.attach',
  answers: Annotation,
  refuses: ['conflict'],
  example: { revision: 2, start: 17, end: 29, exact: 'eight points' },
})
