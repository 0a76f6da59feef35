import { AnnotationFilter, listAnnotationIds } from '@/lib/data/annotation-filter'
import { route } from '@/lib/server/route'

export const GET = route(AnnotationFilter, listAnnotationIds)
