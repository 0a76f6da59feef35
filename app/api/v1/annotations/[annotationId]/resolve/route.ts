import { ResolveInput, resolveAnnotation } from '@/lib/data/annotation-states'
import { route } from '@/lib/server/route'

export const POST = route(ResolveInput, resolveAnnotation)
