import { Differences, DifferencesInput, readDifferences } from '@/lib/data/differences'
import { route } from '@/lib/server/route'

export const GET = route(DifferencesInput, readDifferences, {
  summary: 'Gives what differs between two revisions of the text.',
  may: 'transcript.read',
  answers: Differences,
})
