import { Annotation } from '@/lib/annotation/annotation'
import { AddEvidenceInput, addEvidence } from '@/lib/data/evidence'
import { route } from '@/lib/server/route'

const source = { title: 'Port authority, minutes', url: 'https://port.example/minutes' }
export const POST = route(AddEvidenceInput, addEvidence, {
  summary: 'Adds a row of evidence to a source check, and gives the whole annotation.',
  may: 'evidence.add',
  answers: Annotation,
  created: ({ id }) => `/api/v1/annotations/${id}`,
  example: { source, quote: 'Eight points were agreed.', stance: 'contradicts', note: 'Page 4.' },
})
