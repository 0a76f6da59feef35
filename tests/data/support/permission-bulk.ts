import { changeAnnotations } from '@/lib/data/annotation-bulk'
import { actorIn, addAnnotation, addTranscript, type Who, type World } from './world'

const deciders = ['editor', 'owner'] as const

/** A transcript and one annotation in it, to be changed among many. */
const chosen = async (world: World) => {
  const { id: transcriptId } = await addTranscript(world)
  return { params: { transcriptId }, ids: [(await addAnnotation(world, transcriptId, 'note', 'checker')).id] }
}

/** Who may change many annotations at once, and take it back: rows of the table of permissions. */
export const bulkRows = {
  'POST transcripts/[transcriptId]/annotations/bulk': {
    may: deciders,
    ask: async (world: World) => {
      const { params, ids } = await chosen(world)
      return { params, body: { verb: 'resolve', ids } }
    },
  },
  'POST transcripts/[transcriptId]/annotations/bulk/undo': {
    may: deciders,
    // What somebody else did is not theirs to take back, and is not told.
    knows: [],
    ask: async (world: World, who: Who) => {
      const { params, ids } = await chosen(world)
      const own = deciders.find((one) => one === who) ?? 'owner'
      const { change } = await changeAnnotations(await actorIn(world.people[own].sessionId), {
        ...params,
        verb: 'resolve',
        ids,
      })
      return { params, body: { change } }
    },
  },
}
