import { Annotation } from '@/lib/annotation/annotation'
import { ResolveInput, resolveAnnotation } from '@/lib/data/annotation-states'
import { route } from '@/lib/server/route'

export const POST = route(ResolveInput, resolveAnnotation, {
  summary: 'Resolves an annotation with its thread, or opens it again.',
  may: 'annotation.resolve',
  answers: Annotation,
  example: { resolved: true },
})
