import { createAnnotation } from '@/lib/data/annotations'
import { actorIn, addTranscript, type World } from './world'

const deciders = ['editor', 'owner'] as const

/** Who may decide on proposals: rows of the table of permissions. */
export const correctionRows = {
  'POST transcripts/[transcriptId]/corrections': {
    may: deciders,
    ask: async (world: World) => {
      const { id: transcriptId } = await addTranscript(world)
      const checker = await actorIn(world.people.checker.sessionId)
      const place = { transcriptId, revision: 1, start: 0, end: 7, tags: [] }
      const { id } = await createAnnotation(checker, { ...place, kind: 'correction', correction: { to: 'Marant' } })
      return { params: { transcriptId }, body: { action: 'accept', ids: [id], revision: 1 } }
    },
  },
}
