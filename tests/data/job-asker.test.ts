import { afterEach, describe, expect, it, vi } from 'vitest'
import { db } from '@/lib/data/db'
import { type Reader, readHere, readWith } from '@/lib/data/reading'
import { endless, makeJobs, nothing, patient } from './support/jobs'

const jobs = await makeJobs()
const { world, work, queue, queueByToken, left } = jobs
afterEach(jobs.clear)

// A job goes on when its request is answered, for as long as whoever asked for it may do what it does.
describe('a job', () => {
  const membership = () => ({ deskId: world.desk.id, userId: world.people.checker.id })
  const toViewer = () => db.membership.updateMany({ where: membership(), data: { role: 'viewer' } })
  const outOfDesk = () => db.membership.deleteMany({ where: membership() })
  const withoutToken = () => db.apiToken.updateMany({ data: { revokedAt: new Date() } })
  const again = async () => {
    await db.membership.deleteMany({ where: membership() })
    await db.membership.create({ data: { ...membership(), role: 'checker' } })
  }
  const losses = [
    ['whoever asked for it has left the desk', outOfDesk, queue, /^Whoever asked .* no longer/],
    ['whoever asked for it became a viewer', toViewer, queue, /^Whoever asked .* no longer/],
    ['the token it was asked for with was revoked', withoutToken, queueByToken, /^The token .* was revoked/],
  ] as const
  const failedWith = (id: string) =>
    expect.poll(async () => {
      const { state, problem } = await db.job.findUniqueOrThrow({ where: { id } })
      return [state, (problem as { detail?: string } | null)?.detail]
    }, patient)

  describe.each(losses)('where %s', (_, happens, queued, says) => {
    it('is not begun', async () => {
      const { id } = await queued()
      await happens()
      const begun = vi.fn<Reader>()
      readWith(begun)
      await work()
      await failedWith(id).toEqual(['failed', expect.stringMatching(says)])
      await again()
      expect([begun.mock.calls, await left()]).toEqual([[], nothing])
    })

    it('is broken off where it runs', async () => {
      const began = endless()
      await work()
      const { id } = await queued()
      await began
      await happens()
      await failedWith(id).toEqual(['failed', expect.stringMatching(says)])
      await again()
      expect(await left()).toEqual(nothing)
    })
  })

  it('is not stored where its asker leaves the desk after the last sign of life', async () => {
    const { id } = await queue()
    readWith(async (given) => {
      await outOfDesk()
      return readHere(given, {})
    })
    await work()
    await failedWith(id).toEqual(['failed', expect.stringMatching(/Nothing of it was stored\.$/)])
    await again()
    expect(await left()).toEqual(nothing)
  })
})
