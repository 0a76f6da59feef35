import { restoreAnnotation } from '@/lib/data/annotation-edits'
import { AnnotationInput } from '@/lib/data/annotations'
import { route } from '@/lib/server/route'

export const POST = route(AnnotationInput, restoreAnnotation)
