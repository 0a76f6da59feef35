import { Annotation } from '@/lib/annotation/annotation'
import { EvidenceEditInput, editEvidence, RemoveEvidenceInput, removeEvidence } from '@/lib/data/evidence'
import { route } from '@/lib/server/route'

export const PATCH = route(EvidenceEditInput, editEvidence, {
  summary: 'Changes your own row of evidence; what is left out stays.',
  may: 'evidence.edit',
  answers: Annotation,
  example: { note: 'Page 4, second paragraph.' },
})
export const DELETE = route(RemoveEvidenceInput, removeEvidence, {
  summary: 'Deletes a row of evidence so that it can be restored.',
  may: 'evidence.delete',
  answers: null,
})
