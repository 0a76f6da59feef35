import { createAnnotation } from '@/lib/data/annotations'
import { actorIn, addAnnotation, addTranscript, sampleText, type World } from './world'

const deciders = ['editor', 'owner'] as const

/** Who may decide on proposals: rows of the table of permissions. */
export const correctionRows = {
  'POST annotations/[annotationId]/accept': {
    may: deciders,
    ask: async (world: World) => {
      const { id } = await addTranscript(world)
      const flag = await addAnnotation(world, id, 'flag', 'checker')
      return { params: { annotationId: flag.id }, body: { revision: 1, to: 'Marant' } }
    },
  },
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
  'POST transcripts/[transcriptId]/versions': {
    may: deciders,
    ask: async (world: World) => {
      const { id: transcriptId } = await addTranscript(world)
      return { params: { transcriptId }, body: { text: sampleText.replace('nine', 'ten'), revision: 1 } }
    },
  },
}
