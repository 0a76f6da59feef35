import { Annotation } from '@/lib/annotation/annotation'
import { EditInput, editAnnotation, RemoveInput, removeAnnotation } from '@/lib/data/annotation-edits'
import { AnnotationInput, readAnnotation } from '@/lib/data/annotations'
import { route } from '@/lib/server/route'

const summary = 'Gives one annotation with its thread and evidence.'
export const GET = route(AnnotationInput, readAnnotation, { summary, may: 'transcript.read', answers: Annotation })
export const PATCH = route(EditInput, editAnnotation, {
  summary: "Changes the words or tags of an annotation; what is left out stays. Editors may change others' tags.",
  may: 'annotation.edit',
  answers: Annotation,
  example: { tags: ['numbers'], check: { verdict: 'mostly-true' } },
})
export const DELETE = route(RemoveInput, removeAnnotation, {
  summary: 'Deletes an annotation so that it can be restored.',
  may: 'annotation.delete',
  answers: null,
})
