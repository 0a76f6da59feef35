import { listRepairs, RepairsInput } from '@/lib/data/repairs'
import { route } from '@/lib/server/route'
import { Repairs } from '@/lib/transcript/repair'

export const GET = route(RepairsInput, listRepairs, {
  summary: 'Lists the annotations that lost their words, with the places that they may be attached to.',
  may: 'transcript.read',
  answers: Repairs,
})
