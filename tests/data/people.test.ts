import { beforeAll, describe, expect, it } from 'vitest'
import { firstBrokenChange, siteScope } from '@/lib/data/changes'
import { db } from '@/lib/data/db'
import { createDesk } from '@/lib/data/desks'
import { acceptInvitation, invite, readInvitation, revokeInvitation } from '@/lib/data/invitations'
import { removeMember, setRole } from '@/lib/data/members'
import { hashPassword } from '@/lib/data/passwords'
import { changePassword, renameMe } from '@/lib/data/people'
import { endSessions, readActor, signIn } from '@/lib/data/sessions'
import { createSetUpToken, isSetUpToken, setUp } from '@/lib/data/set-up'
import type { AppError } from '@/lib/errors'
import { actorIn, addPerson, makeWorld, type World } from './support/world'

const problem = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: AppError) => error.problem,
  )

describe('before anybody has an account', () => {
  it('a set-up link makes one administrator with one desk, once', async () => {
    const [token, second] = [await createSetUpToken(), await createSetUpToken()]
    const input = { name: 'Ada', email: 'ada@desk.test', password: 'long enough', desk: 'Foreign desk' }
    expect(await isSetUpToken(token)).toBe(true)
    expect(await problem(setUp(null, { ...input, token: 'guessed' }))).toBe('gone')
    expect(await setUp(null, { ...input, token })).toEqual({ desk: { slug: 'foreign-desk' } })
    expect(await problem(setUp(null, { ...input, token }))).toBe('gone')
    expect(await problem(setUp(null, { ...input, token: second }))).toBe('gone')
    expect(await isSetUpToken(second)).toBe(false)
    const signedIn = await signIn({ email: ' ADA@desk.test', password: 'long enough' })
    expect(await readActor(signedIn?.sessionId ?? '')).toMatchObject({ administrator: true, name: 'Ada' })
  })
})

it('desks whose names have no Latin letter stand at addresses of their own; two of one name are refused', async () => {
  const ada = await actorIn((await addPerson('Ada', { administrator: true })).sessionId)
  const made = await Promise.all(['新聞', 'Новости', 'Øst & Vest'].map((name) => createDesk(ada, { name })))
  expect(new Set(made.map(({ slug }) => slug)).size).toBe(3)
  expect(made.map(({ slug }) => slug.replace(/-[0-9a-f]{8}$/, ''))).toEqual(['desk', 'desk', 'st-vest'])
  expect(await problem(createDesk(ada, { name: 'Øst & Vest' }))).toBe('conflict')
})

describe('accounts', () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld()
  })
  const owner = () => actorIn(world.people.owner.sessionId)
  const link = async (role: 'checker' | 'owner' | 'viewer') => {
    const { url, id } = await invite(await owner(), {
      desk: world.desk.slug,
      role,
      name: 'Nell',
      address: 'http://desk.test',
    })
    return { id, token: new URL(url).searchParams.get('token') ?? '' }
  }

  it('sign in with the right password only', async () => {
    const { email } = await addPerson('Nell', { passwordHash: await hashPassword('right and long') })
    expect(await signIn({ email, password: 'wrong and long' })).toBeNull()
    expect(await signIn({ email: 'nobody@desk.test', password: 'right and long' })).toBeNull()
    expect(await signIn({ email: 'not an email', password: '' })).toBeNull()
    expect(await signIn({ email, password: 'right and long' })).toMatchObject({ name: 'Nell' })
  })

  it('lose their other sessions when the password changes', async () => {
    const person = await addPerson('Nell', { passwordHash: await hashPassword('right and long') })
    const there = await signIn({ email: person.email, password: 'right and long' })
    const actor = await actorIn(person.sessionId)
    expect(await problem(changePassword(actor, { current: 'no', password: 'another long one' }))).toBe('invalid')
    expect(await changePassword(actor, { current: 'right and long', password: 'another long one' })).toEqual({
      ended: 1,
    })
    expect(await readActor(there?.sessionId ?? '')).toBeNull()
    expect(await readActor(person.sessionId)).not.toBeNull()
  })

  it('lose every session when an administrator ends them', async () => {
    const person = await addPerson('Nell')
    const administrator = await actorIn(world.people.administrator.sessionId)
    expect(await problem(endSessions(await owner(), { personId: person.id }))).toBe('forbidden')
    expect(await endSessions(administrator, { personId: person.id })).toEqual({ ended: 1, tokens: 0 })
    expect(await readActor(person.sessionId)).toBeNull()
  })

  it('leave a change for each name, password and ended session, without the secret', async () => {
    const person = await addPerson('Nell', { passwordHash: await hashPassword('right and long') })
    const actor = await actorIn(person.sessionId)
    await renameMe(actor, { name: 'Nelly' })
    await changePassword(actor, { current: 'right and long', password: 'another long one' })
    await endSessions(await actorIn(world.people.administrator.sessionId), { personId: person.id })
    const where = { scopeId: siteScope, subjectId: person.id }
    const changes = await db.change.findMany({ where, orderBy: { number: 'asc' }, include: { payload: true } })
    expect(changes.map(({ action }) => action)).toEqual(['account.rename', 'account.password', 'account.end-sessions'])
    expect(changes[0]?.payload?.payload).toEqual({ before: { name: 'Nell' }, after: { name: 'Nelly' } })
    expect(JSON.stringify(changes)).not.toContain('long')
    expect(await firstBrokenChange(siteScope)).toBeNull()
  })

  it('join a desk by a link that works once', async () => {
    const { token } = await link('checker')
    expect(await readInvitation({ token })).toMatchObject({ desk: { name: 'Our desk' }, role: 'checker' })
    const someone = { name: 'Nell', email: 'nell@desk.test', password: 'long enough' }
    const both = await Promise.all(
      [1, 2].map((n) => problem(acceptInvitation(null, { token, ...someone, email: `n${n}@desk.test` }))),
    )
    expect(both.sort()).toEqual(['done', 'gone'])
    expect(await readInvitation({ token })).toBeNull()
  })

  it('do not join by a link that was taken back, guessed or expired', async () => {
    const revoked = await link('checker')
    await revokeInvitation(await owner(), { invitationId: revoked.id })
    const expired = await link('checker')
    await db.invitation.update({ where: { id: expired.id }, data: { expiresAt: new Date(0) } })
    const actor = await actorIn(world.people.outsider.sessionId)
    for (const token of [revoked.token, expired.token, 'guessed']) {
      expect(await problem(acceptInvitation(actor, { token }))).toBe('gone')
    }
  })

  it.each([1, 2, 3])('use a link or lose it where it is taken back at that moment (%i)', async () => {
    const { token, id } = await link('checker')
    const { sessionId } = await addPerson('Nell')
    const revoke = async () => problem(revokeInvitation(await owner(), { invitationId: id }))
    const accept = async () => problem(acceptInvitation(await actorIn(sessionId), { token }))
    const [joined, ...revoked] = await Promise.all([accept(), revoke(), revoke()])
    const isMember = world.desk.id in (await actorIn(sessionId)).roles
    expect([joined, ...revoked.sort()]).toEqual(
      isMember ? ['done', 'not-found', 'not-found'] : ['gone', 'done', 'not-found'],
    )
  })

  it('come back by no link that they made as an owner', async () => {
    const person = await addPerson('Nell')
    await db.membership.create({ data: { deskId: world.desk.id, userId: person.id, role: 'owner' } })
    const to = { desk: world.desk.id, role: 'owner' as const, name: '', address: 'http://desk.test' }
    const links = [await invite(await actorIn(person.sessionId), to), await invite(await actorIn(person.sessionId), to)]
    const [first, second] = links.map(({ url }) => new URL(url).searchParams.get('token') ?? '')
    const member = { desk: world.desk.id, personId: person.id }
    await setRole(await owner(), { ...member, version: 1, role: 'viewer' })
    expect(await readInvitation({ token: first ?? '' })).toBeNull()
    await removeMember(await owner(), { ...member, version: 2 })
    expect(await problem(acceptInvitation(await actorIn(person.sessionId), { token: second ?? '' }))).toBe('gone')
  })

  it('keep a higher role that they were given while they followed a link', async () => {
    const { token } = await link('checker')
    const person = await addPerson('Nell')
    const before = await actorIn(person.sessionId)
    await db.membership.create({ data: { deskId: world.desk.id, userId: person.id, role: 'editor' } })
    await acceptInvitation(before, { token })
    expect((await actorIn(person.sessionId)).roles[world.desk.id]).toBe('editor')
  })

  it('keep a higher role when they follow a link to a lower one', async () => {
    const { token } = await link('viewer')
    await acceptInvitation(await actorIn(world.people.editor.sessionId), { token })
    expect((await actorIn(world.people.editor.sessionId)).roles[world.desk.id]).toBe('editor')
  })

  it('are told to sign in when the email has an account, and the link stays good', async () => {
    const { token } = await link('checker')
    const taken = { name: 'Other', email: world.people.viewer.email, password: 'long enough' }
    expect(await problem(acceptInvitation(null, { token, ...taken }))).toBe('conflict')
    expect(await readInvitation({ token })).not.toBeNull()
  })

  it('lose the desk the moment they are taken out of it, and a desk keeps an owner', async () => {
    const person = await addPerson('Nell')
    await db.membership.create({ data: { deskId: world.desk.id, userId: person.id, role: 'editor' } })
    await removeMember(await owner(), { desk: world.desk.id, personId: person.id, version: 1 })
    expect((await actorIn(person.sessionId)).roles).toEqual({})
    const self = { desk: world.desk.id, personId: world.people.owner.id, version: 1 }
    expect(await problem(setRole(await owner(), { ...self, role: 'viewer' }))).toBe('conflict')
    expect(await problem(removeMember(await owner(), self))).toBe('conflict')
  })
})
