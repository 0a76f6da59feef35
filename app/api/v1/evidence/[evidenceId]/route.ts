import { EvidenceEditInput, editEvidence, RemoveEvidenceInput, removeEvidence } from '@/lib/data/evidence'
import { route } from '@/lib/server/route'

export const PATCH = route(EvidenceEditInput, editEvidence)
export const DELETE = route(RemoveEvidenceInput, removeEvidence)
