import { NewAnnotation } from '@/lib/annotation/annotation'
import { resolveAnnotation } from '@/lib/data/annotation-states'
import { createAnnotation } from '@/lib/data/annotations'
import { db } from '@/lib/data/db'
import { addEvidence } from '@/lib/data/evidence'
import { importTranscript } from '@/lib/data/import'
import { acceptInvitation, invite } from '@/lib/data/invitations'
import { addReply } from '@/lib/data/replies'
import { moveTranscript } from '@/lib/data/review'
import { createSetUpToken, setUp } from '@/lib/data/set-up'
import type { Actor } from '@/lib/permissions/can'
import type { TranscriptState } from '@/lib/transcript/transcript'
import { demoAnnotations } from './demo/annotations'
import { placeIn, readDemo } from './demo/demo'
import { demoDesk, demoPassword, demoPeople, demoTranscripts } from './demo/desk'

type People = Readonly<Record<keyof typeof demoPeople, Actor>>

/**
 * Fills an empty database with the demo desk, through the same use cases as the pages, so that each row has its
 * change. Does nothing where a desk exists.
 */
export const seedDemo = async (): Promise<void> => {
  if ((await db.desk.count()) > 0) return
  const people = await seatPeople()
  const texts = readDemo()
  const [desk] = Object.keys(people.Rhea.roles)
  const take = ({ file: name, ...about }: (typeof demoTranscripts)[keyof typeof demoTranscripts], text: string) => {
    const file = { name, mediaType: 'text/markdown', bytes: new TextEncoder().encode(text) }
    return importTranscript(people.Teodor, { desk: desk ?? '', ...about, file })
  }

  const recording = await take(demoTranscripts.recording, texts.recording)
  await move(recording, ['checking', people.Teodor], ['in-review', people.Teodor], ['approved', people.Mira])
  const article = await take(demoTranscripts.article, texts.article)
  await move(article, ['checking', people.Teodor])
  await annotate(article.id, texts.article, people)
}

/** The first account by the set-up link, the others by an invitation each, as on any desk. */
const seatPeople = async (): Promise<People> => {
  const { Rhea, Mira, Teodor } = demoPeople
  const token = await createSetUpToken()
  const { desk } = await setUp(null, { ...Rhea, token, password: demoPassword, desk: demoDesk })
  const owner = await actorOf(Rhea.email)
  for (const { name, email, role } of [Mira, Teodor]) {
    const { url } = await invite(owner, { desk: desk.slug, role, name, address: '' })
    const link = new URL(url, 'http://localhost').searchParams.get('token') ?? ''
    await acceptInvitation(null, { token: link, name, email, password: demoPassword })
  }
  return { Rhea: owner, Mira: await actorOf(Mira.email), Teodor: await actorOf(Teodor.email) }
}

const actorOf = async (email: string): Promise<Actor> => {
  const { memberships, id, name, administrator } = await db.user.findUniqueOrThrow({
    where: { email },
    include: { memberships: true },
  })
  return { id, name, administrator, roles: Object.fromEntries(memberships.map((held) => [held.deskId, held.role])) }
}

const move = async (
  transcript: { readonly id: string; readonly version: number },
  ...steps: readonly (readonly [TranscriptState, Actor])[]
) => {
  let { version } = transcript
  for (const [state, actor] of steps) {
    const moved = await moveTranscript(actor, { transcriptId: transcript.id, version, state })
    version = moved.version
  }
}

const annotate = async (transcriptId: string, text: string, people: People) => {
  for (const { by, on, in: around, replies = [], evidence = [], resolvedBy, ...input } of demoAnnotations) {
    const place = placeIn(text, { in: around ?? on, found: on })
    const made = NewAnnotation.parse({ ...input, ...place, exact: on, revision: 1 })
    const { id: annotationId } = await createAnnotation(people[by], { transcriptId, ...made })
    for (const { by, body } of replies) await addReply(people[by], { annotationId, body })
    for (const { by, title, ...row } of evidence) {
      await addEvidence(people[by], { annotationId, source: { title }, stance: 'context', ...row })
    }
    if (resolvedBy) await resolveAnnotation(people[resolvedBy], { annotationId, resolved: true })
  }
}
