import { EditInput, editAnnotation, RemoveInput, removeAnnotation } from '@/lib/data/annotation-edits'
import { AnnotationInput, readAnnotation } from '@/lib/data/annotations'
import { route } from '@/lib/server/route'

export const GET = route(AnnotationInput, readAnnotation)
export const PATCH = route(EditInput, editAnnotation)
export const DELETE = route(RemoveInput, removeAnnotation)
