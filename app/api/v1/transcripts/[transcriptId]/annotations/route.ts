import { AnnotationsInput, CreateInput, createAnnotation, listAnnotations } from '@/lib/data/annotations'
import { route } from '@/lib/server/route'

export const GET = route(AnnotationsInput, listAnnotations)
export const POST = route(CreateInput, createAnnotation, { created: ({ id }) => `/api/v1/annotations/${id}` })
