import { DismissInput, dismissAnnotation } from '@/lib/data/annotation-states'
import { route } from '@/lib/server/route'

export const POST = route(DismissInput, dismissAnnotation)
