import { v7 as newId } from 'uuid'
import { createAnnotation } from '@/lib/data/annotations'
import { createApiToken } from '@/lib/data/api-tokens'
import { db } from '@/lib/data/db'
import { addEvidence } from '@/lib/data/evidence'
import { importTranscript } from '@/lib/data/import'
import { invite } from '@/lib/data/invitations'
import { addReply } from '@/lib/data/replies'
import { createTag } from '@/lib/data/tags'
import { said } from './hostile'
import { actorIn, addEndedJob, addPerson } from './world'

/** What an address can name: parameters of routes, and the id of a thing for each. */
export type Named = Readonly<Record<string, string>>

/**
 * One of everything that an address can name, in a desk, made by its owner; `words` stand in whatever can be written. A
 * route with a parameter that is missing here fails the tests that go through all routes.
 */
export const oneOfEverything = async (
  desk: { readonly id: string; readonly slug: string },
  ownerSession: string,
  words: string,
): Promise<Named> => {
  const owner = await actorIn(ownerSession)
  const member = await addPerson(words.replace(/\W/g, '-'))
  await db.membership.create({ data: { deskId: desk.id, userId: member.id, role: 'viewer' } })
  const text = `${words}: We put nine points on one page.\n`
  const { id: transcriptId } = await importTranscript(owner, { desk: desk.id, title: words, outlet: words, text })
  const place = { transcriptId, revision: 1, start: 0, end: words.length, tags: [words] }
  const source = { title: words, url: 'https://a.example' }
  const row = { source, quote: words, stance: 'supports' as const, note: words }
  const check = { claim: words, verdict: 'unverified' as const, evidence: [] }
  const { id: annotationId } = await createAnnotation(owner, { ...place, kind: 'check', check })
  const { replies } = await addReply(owner, { annotationId, body: said(words) })
  const proved = await addEvidence(owner, { annotationId, ...row })
  const invitation = await invite(owner, { desk: desk.id, role: 'viewer', name: words, address: 'http://desk.test' })
  const token = await createApiToken(owner, { desk: desk.id, name: words, scope: 'read', expires: 7 })
  return {
    ...{ transcriptId, annotationId, replyId: replies[0]?.id ?? '', evidenceId: proved.check?.evidence[0]?.id ?? '' },
    ...{ desk: desk.slug, personId: member.id, invitationId: invitation.id, tokenId: token.id },
    tagId: (await createTag(owner, { desk: desk.id, name: words, colour: 'red', note: words })).id,
    jobId: (await addEndedJob(desk.id, owner.id, words)).id,
  }
}

/** Parameters that name nothing of anybody's. */
export const choices: Named = { number: '1', format: 'html' }

/** The parameters of a route's folder; throws for one that `named` does not hold. */
export const parametersOf = (path: string, named: Named): readonly string[] => {
  const names = [...path.matchAll(/\[(\w+)\]/g)].map(([, name]) => name as string)
  const missing = names.find((name) => named[name] === undefined)
  if (missing !== undefined) throw new Error(`tests/data/support/scene.ts makes nothing that [${missing}] could name`)
  return names
}

/** An id that nothing has. */
export const nobodys = (): string => newId()
