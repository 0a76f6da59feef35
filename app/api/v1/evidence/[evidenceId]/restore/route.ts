import { EvidenceInput, restoreEvidence } from '@/lib/data/evidence'
import { route } from '@/lib/server/route'

export const POST = route(EvidenceInput, restoreEvidence)
