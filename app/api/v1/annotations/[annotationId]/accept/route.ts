import { Annotation } from '@/lib/annotation/annotation'
import { AcceptInput, acceptAnnotation } from '@/lib/data/annotation-accept'
import { route } from '@/lib/server/route'

export const POST = route(AcceptInput, acceptAnnotation, {
  summary: 'Accepts a flag, which proposes its correction and applies it at once for an editor; or a correction.',
  may: 'annotation.accept',
  answers: Annotation,
  refuses: ['conflict', 'too-large'],
  example: { revision: 1, to: 'Valkov', everywhere: true },
})
