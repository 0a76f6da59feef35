import { createHash } from 'node:crypto'
import { v7 as newId } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { exportTranscript } from '@/lib/data/annotated-transcript'
import { removeAnnotation } from '@/lib/data/annotation-edits'
import { db } from '@/lib/data/db'
import { readDifferences } from '@/lib/data/differences'
import { loadRevision } from '@/lib/data/revision-text'
import { listRevisions, readRevision } from '@/lib/data/revisions'
import { applyEdits } from '@/lib/text/map'
import { seeded } from '../bench/seeded'
import { type Correcting, call, makeCorrecting } from './support/corrected'

/** A process that has read nothing yet: texts that are remembered are no proof that they can be rebuilt. */
const forget = () => (globalThis as { verbatimRevisions?: { clear(): void } }).verbatimRevisions?.clear()

describe('the revisions of a text', () => {
  let desk: Correcting
  beforeAll(async () => {
    desk = await makeCorrecting()
  })
  const words = async (id: string) => (await desk.head(id)).text
  const undo = (id: string, revision: number) => desk.correct(id, { action: 'undo', revision })
  const restore = async (id: string, revision: number) =>
    desk.correct(id, { action: 'restore', revision, head: (await desk.head(id)).number })
  const everything = async (id: string) => ({
    ...{ text: await words(id), turns: (await desk.head(id)).turns, marks: await desk.standing(id) },
  })

  /** Marks in, over, beside and round the words that the tests replace. */
  const marked = async () => {
    const id = await desk.start()
    const passages = [
      'Marrant',
      'nine points',
      'ints on',
      'nine',
      'We put nine points on one page.',
      'Valkov',
      'Donbass, then',
    ]
    for (const passage of passages) await desk.mark(id, passage)
    return id
  }

  it.each([
    ['words that were put in', 'nine points', 'nine and a half points'],
    ['words that were taken out', 'nine points ', ''],
    ['a whole turn that was taken out', 'Valkov: The leaders could discuss it, he said 👩‍👩‍👧.\n\n', ''],
    ['other words for all of it', call.trimEnd(), 'Marrant: Nothing of the kind.'],
    ['a label that names somebody else', 'Valkov', 'Walkow'],
    ['a break within a turn', 'nine points on', 'nine.\n\nPoints on'],
  ])('undoing takes back %s: text, turns and every place', async (_, from, to) => {
    const id = await marked()
    const before = await everything(id)
    const { accepted } = await desk.replace(id, from, to)
    const after = await everything(id)
    const undone = await undo(id, 2)
    expect(undone).toMatchObject({ revision: 3, cause: 'undo', of: 2, reopened: accepted })
    const now = await everything(id)
    const proposal = accepted[0] ?? ''
    const { [proposal]: open, ...marks } = now.marks
    expect({ ...now, marks }).toEqual(before)
    expect(open).toBe(`${before.text.indexOf(from)} “${from}” exact open`)
    // And the undo of the undo is the correction again.
    await undo(id, 3)
    expect(await everything(id)).toEqual(after)
  })

  it('undoing an older one leaves what came later, and puts its places where they belong now', async () => {
    const id = await marked()
    const before = await desk.standing(id)
    await desk.replace(id, 'nine points ', '')
    await desk.replace(id, 'Marrant: We', 'Mr Marrant: All of us')
    await desk.replace(id, 'Donbass', 'Donetsk')
    await undo(id, 2)
    const text = call.replace('Marrant: We', 'Mr Marrant: All of us').replace('Donbass', 'Donetsk')
    expect(await words(id)).toBe(text)
    const now = await desk.standing(id)
    const moved = (mark: string) => mark.replace(/^\d+/, '')
    for (const passage of ['nine points', 'nine', 'ints on', 'Valkov']) {
      const key = Object.keys(before).find((one) => before[one]?.includes(`“${passage}”`)) ?? ''
      expect(moved(now[key] ?? '')).toBe(moved(before[key] ?? ''))
    }
  })

  it('undoing is refused where a later one changed the same words, and says which', async () => {
    const id = await desk.start()
    await desk.replace(id, 'nine points', 'eight points')
    await desk.replace(id, 'eight', 'seven')
    await expect(undo(id, 2)).rejects.toMatchObject({ problem: 'conflict', extras: { current: { revision: 3 } } })
    await expect(undo(id, 1)).rejects.toMatchObject({ problem: 'invalid' })
    await expect(undo(id, 9)).rejects.toMatchObject({ problem: 'not-found' })
    expect((await desk.head(id)).number).toBe(3)
  })

  it('restoring makes the text of then stand again, and every annotation where it stood', async () => {
    const id = await marked()
    await desk.replace(id, 'Donbass', 'Donetsk')
    const then = await everything(id)
    const { accepted: cut } = await desk.replace(id, 'We put nine points on ', '')
    const { accepted: named } = await desk.replace(id, 'Valkov', 'Walkow')
    const later = await desk.mark(id, 'one page')
    const restored = await restore(id, 2)
    expect(restored).toMatchObject({ revision: 5, cause: 'restore', of: 2 })
    expect([...restored.reopened].sort()).toEqual([...cut, ...named].sort())
    const now = await everything(id)
    expect(now).toMatchObject({ text: then.text, turns: then.turns, marks: then.marks })
    expect(now.marks[later]).toMatch(/“one page” exact open/)
    // Everything since can be had back the same way.
    const undone = await restore(id, 4)
    expect([...undone.accepted].sort()).toEqual([...cut, ...named].sort())
    await expect(restore(id, 6)).rejects.toMatchObject({ problem: 'conflict' })
  })

  it('whatever is replaced, no annotation is missing, and restoring the first puts all of them back', async () => {
    const id = await marked()
    const first = await everything(id)
    const count = () => db.annotation.count({ where: { transcriptId: id } })
    const marks = await count()
    const puts = ['', 'x', 'a longer passage', '👩‍👧', 'One.\n\nTwo', 'e\u0301']
    const next = seeded(7)
    for (let step = 1; step <= 20; step += 1) {
      const { text } = await desk.head(id)
      const solid = [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }))
      const at = Math.floor(next() * solid.length)
      const last = Math.min(solid.length - 1, at + Math.floor(next() * 4))
      const passage = text.slice(solid[at]?.start, solid[last]?.end)
      await desk.replace(id, passage, `${puts[step % puts.length]}${step % puts.length === 0 ? '' : step}`)
      expect(await count()).toBe(marks + step)
    }
    await restore(id, 1)
    expect(await count()).toBe(marks + 20)
    expect(await everything(id)).toMatchObject(first)
    for (let number = 21; number > 15; number -= 1) {
      const { text, turns } = await readRevision(desk.editor, { transcriptId: id, number })
      await restore(id, number)
      expect(await desk.head(id)).toMatchObject({ text, turns })
    }
  })

  it('shows the annotations of a revision where they stood at it', async () => {
    const id = await marked()
    const first = await desk.standing(id)
    await desk.replace(id, 'We put nine points on ', '')
    const second = await desk.standing(id)
    await desk.replace(id, 'one page', 'one short page')
    await undo(id, 2)
    const text = async (revision: number) =>
      (await readRevision(desk.editor, { transcriptId: id, number: revision })).text
    const places = (marks: Record<string, string>) =>
      Object.fromEntries(Object.entries(marks).map(([mark, place]) => [mark, place.replace(/ \w+$/, '')]))
    const at = async (revision: number) => places(await desk.marksOf(id, await text(revision), revision))
    expect(await at(1)).toMatchObject(places(first))
    expect(await at(2)).toMatchObject(places(second))
    await expect(desk.marksOf(id, '', 9)).rejects.toMatchObject({ problem: 'not-found' })
  })

  it('deleted annotations follow too, and stand right when they are restored', async () => {
    const id = await desk.start()
    const gone = await desk.mark(id, 'Valkov')
    await removeAnnotation(desk.checker, { annotationId: gone, version: 1 })
    await desk.replace(id, 'nine', 'twenty-eight')
    await db.annotation.update({ where: { id: gone }, data: { deletedAt: null } })
    expect(Object.values(await desk.standing(id)).filter((mark) => mark.includes('“Valkov” exact'))).toHaveLength(1)
  })

  it('other places of a flag follow, and come back with an undo', async () => {
    const id = await desk.start()
    const flag = await desk.mark(id, 'Valkov')
    const placesNow = async () => (await db.annotation.findUniqueOrThrow({ where: { id: flag } })).places
    const at = (text: string) => ({ start: call.indexOf(text), end: call.indexOf(text) + text.length })
    const places = [at('nine'), at('points'), at('Donbass')]
    await db.annotation.update({ where: { id: flag }, data: { places } })
    await desk.replace(id, 'nine ', '')
    const [nine] = places
    expect(await placesNow()).toEqual([
      { start: nine?.start, end: nine?.start },
      ...places.slice(1).map(({ start, end }) => ({ start: start - 5, end: end - 5 })),
    ])
    await undo(id, 2)
    expect(await placesNow()).toEqual(places)
  })

  it('a tick holds as long as its sentence reads as it was ticked', async () => {
    const id = await desk.start()
    const tick = async (sentence: string) => {
      const [start, tickId] = [call.indexOf(sentence), newId()]
      const end = start + sentence.length
      const made = { revision: 1, tickedStart: start, tickedEnd: end, start, end, userId: desk.checker.id }
      await db.tick.create({ data: { id: tickId, transcriptId: id, ...made } })
      return tickId
    }
    const ticks = [await tick('We put nine points on one page.'), await tick('Donbass, then.')]
    const standing = async () => {
      const text = await words(id)
      const rows = await db.tick.findMany({ where: { id: { in: ticks } }, orderBy: { start: 'asc' } })
      return rows.map(({ start, end, placed }) => `${text.slice(start, end)} ${placed}`)
    }
    await desk.replace(id, 'nine points', 'nine long points')
    expect(await standing()).toEqual(['We put nine long points on one page. moved', 'Donbass, then. exact'])
    await desk.replace(id, 'We put nine long points on one page.', '')
    expect(await standing()).toEqual([' lost', 'Donbass, then. exact'])
    await restore(id, 1)
    expect(await standing()).toEqual(['We put nine points on one page. exact', 'Donbass, then. exact'])
  })

  it('sixty of them read back byte for byte, each with its hash, and few whole texts are kept', {
    timeout: 60_000,
  }, async () => {
    const id = await desk.start()
    const texts = [call]
    const turns = [(await desk.head(id)).turns]
    for (let number = 2; number <= 60; number += 1) {
      const [from, to] = number % 2 === 0 ? ['nine', 'nineteen 👩‍👧'] : ['nineteen 👩‍👧', 'nine']
      await desk.replace(id, from, to)
      const head = await desk.head(id)
      texts.push(head.text)
      turns.push(head.turns)
    }
    const kept = await db.revisionText.findMany({
      where: { transcriptId: id },
      select: { number: true },
      orderBy: { number: 'asc' },
    })
    expect(kept.map(({ number }) => number)).toEqual([1, 50, 60])
    for (const number of [60, 50, 49, 37, 2, 59, 51, 1]) {
      forget()
      const revision = await loadRevision(id, number)
      expect(revision?.text).toBe(texts[number - 1])
      expect(revision?.turns).toEqual(turns[number - 1])
    }
    forget()
    for (const [at, text] of texts.entries()) {
      const revision = await loadRevision(id, at + 1)
      expect(revision?.text).toBe(text)
      expect(revision?.hash).toBe(createHash('sha256').update(text).digest('hex'))
    }
  })

  it('the differences of any two lead from the one to the other', async () => {
    const id = await desk.start()
    await desk.replace(id, 'nine points', 'eight points')
    await desk.replace(id, 'eight', 'seven short')
    await undo(id, 3)
    await desk.replace(id, 'Donbass, ', '')
    for (const [from, to] of [
      [1, 5],
      [5, 1],
      [2, 4],
      [3, 2],
      [2, 3],
    ] as const) {
      const { differences } = await readDifferences(desk.editor, { transcriptId: id, from, to })
      const [old, young] = [
        await readRevision(desk.editor, { transcriptId: id, number: from }),
        await readRevision(desk.editor, { transcriptId: id, number: to }),
      ]
      expect(
        applyEdits(
          old.text,
          differences.map(({ before, is }) => ({ ...before, text: is })),
        ),
      ).toBe(young.text)
      for (const { before, after, was, is } of differences) {
        expect(old.text.slice(before.start, before.end)).toBe(was)
        expect(young.text.slice(after.start, after.end)).toBe(is)
      }
    }
    expect((await readDifferences(desk.editor, { transcriptId: id, from: 2, to: 4 })).differences).toEqual([])
  })

  it('are listed with who, when, why and how they came to be, and an export shows the newest with true places', async () => {
    const id = await desk.start()
    const mark = await desk.mark(id, 'Valkov')
    await desk.replace(id, 'nine', 'twenty-eight')
    await undo(id, 2)
    await restore(id, 2)
    const { items } = await listRevisions(desk.editor, { transcriptId: id, sort: 'newest', limit: 10 })
    expect(items.map(({ number, cause, of, places, author }) => [number, cause, of, places, author.name])).toEqual([
      [4, 'restore', 2, 1, 'Edda'],
      [3, 'undo', 2, 1, 'Edda'],
      [2, 'accept', null, 1, 'Edda'],
      [1, 'import', null, 0, 'Chandra'],
    ])
    const { content } = await exportTranscript(desk.editor, {
      transcriptId: id,
      format: 'json',
      site: 'http://desk.test',
    })
    let json = ''
    for await (const part of content) json += part
    const exported = JSON.parse(json)
    const found = exported.annotations.find((one: { id: string }) => one.id === mark)
    expect(exported.revision.text.slice(found.start, found.end)).toBe('Valkov')
  })
})
