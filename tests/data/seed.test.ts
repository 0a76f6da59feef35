import { beforeAll, expect, it } from 'vitest'
import { AnnotationsInput, listAnnotations } from '@/lib/data/annotations'
import { firstBrokenChange } from '@/lib/data/changes'
import { db } from '@/lib/data/db'
import { readActor, signIn } from '@/lib/data/sessions'
import { listTranscripts } from '@/lib/data/transcripts'
import type { Actor } from '@/lib/permissions/can'
import { demoAnnotations } from '@/prisma/demo/annotations'
import { readDemo } from '@/prisma/demo/demo'
import { demoPassword, demoPeople } from '@/prisma/demo/desk'
import { seedDemo } from '@/prisma/seed'

const actorFor = async (email: string): Promise<Actor> => {
  const session = await signIn({ email, password: demoPassword })
  return (await readActor(session?.sessionId ?? '')) as Actor
}

beforeAll(seedDemo)

it('seats three people with their roles, of whom the owner alone administers the site', async () => {
  const [rhea, mira, teodor] = await Promise.all(Object.values(demoPeople).map(({ email }) => actorFor(email)))
  expect([rhea, mira, teodor].map((actor) => Object.values(actor?.roles ?? {}))).toEqual([
    ['owner'],
    ['editor'],
    ['checker'],
  ])
  expect([rhea, mira, teodor].map((actor) => actor?.administrator)).toEqual([true, false, false])
})

it('brings in both texts as they are, the article being checked and the recording approved', async () => {
  const mira = await actorFor(demoPeople.Mira.email)
  const { items } = await listTranscripts(mira, { desk: 'foreign-desk', sort: 'title' })
  expect(items.map(({ title, state }) => [title, state])).toEqual([
    ['Full transcript, port authority recording', 'approved'],
    ['The harbour call', 'checking'],
  ])
  const { article, recording } = readDemo()
  const texts = await db.revisionText.findMany({ select: { text: true } })
  expect(new Set(texts.map(({ text }) => text))).toEqual(new Set([article, recording]))
})

it('has the annotations, replies and evidence of the list, each on its words, one of them resolved', async () => {
  const mira = await actorFor(demoPeople.Mira.email)
  const [, article] = (await listTranscripts(mira, { desk: 'foreign-desk', sort: 'title' })).items
  const input = AnnotationsInput.parse({ transcriptId: article?.id })
  const { items: annotations } = await listAnnotations(mira, input)
  const text = readDemo().article
  expect(annotations.map(({ start, end }) => text.slice(start, end)).sort()).toEqual(
    demoAnnotations.map(({ on }) => on).sort(),
  )
  expect(annotations.filter(({ state }) => state === 'resolved')).toHaveLength(1)
  expect(annotations.flatMap(({ replies }) => replies)).toHaveLength(
    demoAnnotations.flatMap(({ replies = [] }) => replies).length,
  )
  expect(annotations.flatMap(({ check }) => check?.evidence ?? [])).toHaveLength(5)
})

it('leaves a whole chain of changes in every scope', async () => {
  for (const { id, number } of await db.scope.findMany()) {
    expect(number).toBeGreaterThan(0)
    expect(await firstBrokenChange(id)).toBeNull()
  }
})

it('does nothing a second time', async () => {
  const before = await db.change.count()
  await seedDemo()
  expect(await db.change.count()).toBe(before)
  expect(await db.desk.count()).toBe(1)
})
