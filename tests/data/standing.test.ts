import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { resolveAnnotation } from '@/lib/data/annotation-states'
import { createApiToken, readTokenActor } from '@/lib/data/api-tokens'
import { siteScope } from '@/lib/data/changes'
import { db } from '@/lib/data/db'
import { editDesk } from '@/lib/data/desks'
import { invite } from '@/lib/data/invitations'
import { setRole } from '@/lib/data/members'
import { addReply } from '@/lib/data/replies'
import { endSessions } from '@/lib/data/sessions'
import { createTag } from '@/lib/data/tags'
import type { Actor, Role } from '@/lib/permissions/can'
import { said } from './support/hostile'
import { actorIn, addAnnotation, addPerson, addTranscript, makeWorld, type World } from './support/world'

// One connection holds the lock of a scope, another waits for it with a write, a third changes who its writer is.
describe('a write that waited for those before it', () => {
  let world: World
  let transcriptId: string
  let annotationId: string
  beforeAll(async () => {
    world = await makeWorld()
  })
  beforeEach(async () => {
    transcriptId = (await addTranscript(world)).id
    annotationId = (await addAnnotation(world, transcriptId)).id
  })

  const waiting = async () =>
    (
      await db.$queryRaw<object[]>`
        SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    ).length
  const whileItWaits = (scope: string, write: () => Promise<unknown>, happens: () => Promise<unknown>) =>
    db.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT 1 FROM scope WHERE id = ${scope}::uuid FOR UPDATE`
        const outcome = write().then(
          () => 'done',
          (error) => error.problem ?? error,
        )
        await expect.poll(waiting, { timeout: 10_000 }).toBe(1)
        await happens()
        return { outcome }
      },
      { timeout: 20_000 },
    )

  const join = async (role: Role, administrator = false) => {
    const person = await addPerson('Nell', { administrator })
    await db.membership.create({ data: { deskId: world.desk.id, userId: person.id, role } })
    return { person, nell: await actorIn(person.sessionId) }
  }
  type Write = (nell: Actor) => Promise<unknown>
  const reply: Write = (nell) => addReply(nell, { annotationId, body: said('Yes.') })
  const resolve: Write = (nell) => resolveAnnotation(nell, { annotationId, resolved: true })
  const tag: Write = (nell) => createTag(nell, { desk: world.desk.id, name: 'lede', colour: 'grey', note: '' })
  const link: Write = (nell) => invite(nell, { desk: world.desk.id, role: 'owner', name: '', address: '' })
  const name: Write = (nell) => editDesk(nell, { desk: world.desk.id, name: 'Mine', version: 1 })
  const promote: Write = (nell) =>
    setRole(nell, { desk: world.desk.id, personId: world.people.viewer.id, role: 'owner', version: 1 })
  const expel: Write = (nell) => endSessions(nell, { personId: world.people.viewer.id })

  type Case = readonly [what: string, Write, scope: () => string, from: Role, to: Role | null, outcome: string]
  const ours = () => transcriptId
  const desks = () => world.desk.id
  it.each<Case>([
    ['a reply by somebody who left the desk', reply, ours, 'viewer', null, 'not-found'],
    ['resolving by an editor who became a checker', resolve, ours, 'editor', 'checker', 'forbidden'],
    ['resolving by an editor who left the desk', resolve, ours, 'editor', null, 'not-found'],
    ['resolving by an owner who became an editor', resolve, ours, 'owner', 'editor', 'done'],
    ['resolving by a checker who became an editor', resolve, ours, 'checker', 'editor', 'done'],
    ['a tag by an editor who became a viewer', tag, desks, 'editor', 'viewer', 'forbidden'],
    ['a link by an owner who became an editor', link, desks, 'owner', 'editor', 'forbidden'],
    ['a new name by an owner who left the desk', name, desks, 'owner', null, 'forbidden'],
    ['a promotion by an owner who became an editor', promote, desks, 'owner', 'editor', 'forbidden'],
  ])('is decided by what its writer may do behind the lock: %s', async (_, write, scope, from, to, outcome) => {
    const { person, nell } = await join(from)
    const where = { deskId_userId: { deskId: world.desk.id, userId: person.id } }
    const before = (await db.scope.findUniqueOrThrow({ where: { id: scope() } })).number
    const waited = await whileItWaits(
      scope(),
      () => write(nell),
      () => (to === null ? db.membership.delete({ where }) : db.membership.update({ where, data: { role: to } })),
    )
    expect(await waited.outcome).toBe(outcome)
    const after = (await db.scope.findUniqueOrThrow({ where: { id: scope() } })).number
    expect(after - before).toBe(outcome === 'done' ? 1 : 0)
  })

  it.each<readonly [what: string, Write, scope: () => string]>([
    ['ends sessions', expel, () => siteScope],
    ['promotes a member', promote, desks],
  ])('is refused where an administrator who %s is one no more', async (_, write, scope) => {
    const { id, sessionId } = await addPerson('Ada', { administrator: true })
    const ada = await actorIn(sessionId)
    const happens = () => db.user.update({ where: { id }, data: { administrator: false } })
    const waited = await whileItWaits(scope(), () => write(ada), happens)
    expect(await waited.outcome).toBe('forbidden')
  })

  it.each([
    ['was revoked', { revokedAt: new Date() }, 'unauthenticated'],
    ['has expired', { expiresAt: new Date(0) }, 'unauthenticated'],
    ['is still good', {}, 'done'],
  ] as const)('asks for a token again: one that %s', async (_, data, outcome) => {
    const { nell } = await join('editor')
    const made = await createApiToken(nell, { desk: world.desk.id, name: 'Nightly', scope: 'write', expires: 7 })
    const script = await readTokenActor(made.token)
    const happens = () => db.apiToken.update({ where: { id: made.id }, data })
    const waited = await whileItWaits(transcriptId, () => resolve(script as Actor), happens)
    expect(await waited.outcome).toBe(outcome)
  })
})
