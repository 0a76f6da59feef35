import { Annotation } from '@/lib/annotation/annotation'
import { ArchiveInput, archiveAnnotation } from '@/lib/data/annotation-states'
import { route } from '@/lib/server/route'

export const POST = route(ArchiveInput, archiveAnnotation, {
  summary: 'Puts an annotation away that is about nothing in the text any more, or brings it back.',
  may: 'annotation.archive',
  answers: Annotation,
  refuses: ['conflict'],
  example: { reason: 'The passage was taken out.' },
})
