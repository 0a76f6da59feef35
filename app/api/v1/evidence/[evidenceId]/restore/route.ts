import { Annotation } from '@/lib/annotation/annotation'
import { EvidenceInput, restoreEvidence } from '@/lib/data/evidence'
import { route } from '@/lib/server/route'

export const POST = route(EvidenceInput, restoreEvidence, {
  summary: 'Brings a deleted row of evidence back.',
  may: 'evidence.delete',
  answers: Annotation,
})
