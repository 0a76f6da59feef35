import { AddEvidenceInput, addEvidence } from '@/lib/data/evidence'
import { route } from '@/lib/server/route'

export const POST = route(AddEvidenceInput, addEvidence, { created: ({ id }) => `/api/v1/annotations/${id}` })
