import { db } from '@/lib/data/db'
import { attachAnnotation } from '@/lib/data/reattaching'
import { actorIn, addAnnotation, addTranscript, type World } from './world'

// The checker's own, or for those who may repair everybody's.
const menders = ['checker', 'editor', 'owner'] as const
const place = { revision: 1, start: 0, end: 7 }

/** A note of the checker's whose words are gone. */
const lost = async (world: World) => {
  const { id } = await addAnnotation(world, (await addTranscript(world)).id)
  await db.annotation.update({ where: { id }, data: { start: 0, end: 0, placed: 'lost' } })
  return { annotationId: id }
}

/** Who may repair an annotation: rows of the table of permissions. */
export const repairRows = {
  'POST annotations/[annotationId]/attach': {
    may: menders,
    ask: async (world: World) => ({ params: await lost(world), body: { ...place, exact: 'Marrant' } }),
  },
  'POST annotations/[annotationId]/detach': {
    may: menders,
    ask: async (world: World) => {
      const params = await lost(world)
      await attachAnnotation(await actorIn(world.people.checker.sessionId), { ...params, ...place })
      return { params }
    },
  },
  'POST annotations/[annotationId]/archive': {
    may: menders,
    ask: async (world: World) => ({ params: await lost(world), body: { reason: 'The passage was taken out.' } }),
  },
}
