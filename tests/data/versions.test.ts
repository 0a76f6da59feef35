import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createAnnotation } from '@/lib/data/annotations'
import { firstBrokenChange } from '@/lib/data/changes'
import { db } from '@/lib/data/db'
import { readOriginal } from '@/lib/data/originals'
import { readHere, readWith } from '@/lib/data/reading'
import { countRepairs } from '@/lib/data/repairs'
import { listRevisions } from '@/lib/data/revisions'
import { takeVersion } from '@/lib/data/versions'
import { documentFiles, partOf, zipOf } from '@/lib/import/docx/sample'
import type { MadeVersion } from '@/lib/transcript/job'
import { type Correcting, makeCorrecting } from './support/corrected'
import { actorIn } from './support/world'

const first = `The Ferry Post, 4 May 2031

Marrant: We put nine points on one page, and Valkov agreed to send it on before the evening.

Valkov: The leaders could discuss the harbour when they meet. Nobody else has seen the paper so far.

The minister said that the second crossing would open in June. It was never built.

Marrant: Then let us keep Donbass out of it for now.
`

/** As printed again: a name spelt right, a sentence gone, a paragraph earlier, a sentence said quite otherwise. */
const printedAgain = first
  .replace('Valkov agreed', 'Walkow agreed')
  .replace(' It was never built.', '')
  .replace('The minister said that the second crossing would open in June.\n\n', '')
  .replace('\n\nMarrant: We', '\n\nThe minister said that the second crossing would open in June.\n\nMarrant: We')
  .replace('Nobody else has seen the paper so far.', 'A copy went to three of the ministries.')

describe('a newer version of the file', () => {
  let desk: Correcting
  beforeAll(async () => {
    desk = await makeCorrecting()
  })
  afterEach(() => readWith(undefined))

  const upload = async (transcriptId: string, text: string, more: object = {}): Promise<MadeVersion> => {
    const { number: revision } = await desk.head(transcriptId)
    const step = { revision, preview: false, sure: false, ...more }
    return (await takeVersion(desk.editor, { transcriptId, text, ...step })) as MadeVersion
  }
  const uploadFile = (transcriptId: string, file: object, more: object = {}) =>
    takeVersion(desk.editor, {
      ...{ transcriptId, revision: 1, preview: false, sure: false, file: file as never, ...more },
    })
  const annotated = async () => {
    const id = await desk.start(first)
    const marks = {
      kept: await desk.mark(id, 'put nine points'),
      sentence: await desk.mark(id, 'Valkov agreed to send it on before the evening'),
      elsewhere: await desk.mark(id, 'the second crossing would open in June'),
      rewritten: await desk.mark(id, 'Nobody else has seen the paper so far'),
      gone: await desk.mark(id, 'It was never built.'),
      last: await desk.mark(id, 'Donbass'),
      proposal: await desk.propose(id, 'leaders', 'heads of state'),
    }
    return { id, marks, before: await desk.standing(id) }
  }

  it('keeps every annotation, and says of each how surely it stands', async () => {
    const { id, marks } = await annotated()
    const made = await upload(id, printedAgain)
    expect((await desk.head(id)).text).toBe(printedAgain)
    const at = (words: string) => `${printedAgain.indexOf(words)} “${words}”`
    expect(await desk.standing(id)).toEqual({
      [marks.kept]: `${at('put nine points')} exact open`,
      [marks.sentence]: `${at('Walkow agreed to send it on before the evening')} moved open`,
      [marks.elsewhere]: `${at('the second crossing would open in June')} moved open`,
      [marks.rewritten]: expect.stringMatching(/ (doubtful|lost) open$/),
      [marks.gone]: expect.stringMatching(/“” lost open$/),
      [marks.last]: `${at('Donbass')} exact open`,
      [marks.proposal]: `${at('leaders')} exact open`,
    })
    const { kept, moved, doubtful, lost } = made.version.annotations
    expect({ kept, moved, unsure: doubtful + lost }).toEqual({ kept: 3, moved: 2, unsure: 2 })
    expect(made.version).toMatchObject({ revision: 2, made: true, turns: true })
    const stretches = made.version.first.flatMap((passage) => passage.stretches)
    expect(stretches).toContainEqual({ was: 'Valkov', is: 'Walkow' })
    expect(await firstBrokenChange(id)).toBeNull()
  })

  it('gives the turns of the new file, not those of the old one', async () => {
    const id = await desk.start(first)
    const text = first.replaceAll('Marrant:', 'Marant:')
    await upload(id, text)
    const fresh = await desk.head(await desk.start(text))
    expect((await desk.head(id)).turns).toEqual(fresh.turns)
  })

  it('gives every annotation back when it is taken back', async () => {
    const { id, before } = await annotated()
    await upload(id, printedAgain)
    await desk.correct(id, { action: 'undo', revision: 2 })
    expect((await desk.head(id)).text).toBe(first)
    expect(await desk.standing(id)).toEqual(before)
  })

  it('finds what was lost where a still newer one has its words again', async () => {
    const { id, marks } = await annotated()
    await upload(id, printedAgain)
    await upload(id, `${first}Printed again on 5 May.\n`)
    expect((await desk.standing(id))[marks.gone]).toBe(
      `${first.indexOf('It was never')} “It was never built.” moved open`,
    )
  })

  it('tells what would come of it, and stores nothing', async () => {
    const { id, before } = await annotated()
    const changes = await db.change.count()
    const told = await upload(id, printedAgain, { preview: true })
    expect(told.version).toMatchObject({ made: false, revision: 2 })
    expect([await desk.standing(id), await db.change.count()]).toEqual([before, changes])
    const { version } = await upload(id, printedAgain)
    expect({ ...version, made: false }).toEqual(told.version)
  })

  it('tells of as many to look at as then wait to be repaired', async () => {
    const { id, marks } = await annotated()
    await db.annotation.update({ where: { id: marks.gone }, data: { state: 'dismissed' } })
    const told = await upload(id, printedAgain, { preview: true })
    const { kept, moved, doubtful, lost } = (await upload(id, printedAgain)).version.annotations
    expect(doubtful + lost).toBe((await countRepairs(db, [id])).get(id))
    expect([kept + moved + doubtful + lost, told.version.annotations]).toEqual([6, { kept, moved, doubtful, lost }])
    expect((await desk.standing(id))[marks.gone]).toMatch(/“” lost dismissed$/)
  })

  it.each([
    ['that reads like the newest', async () => undefined, first, /the same text as revision 1\.$/],
    [
      'that reads like an older one',
      (id: string) => desk.replace(id, 'nine', 'ten'),
      first,
      /revision 1\. To make that text stand again, restore revision 1\.$/,
    ],
  ])('is refused where it is one %s', async (_, prepare, text, message) => {
    const id = await desk.start(first)
    await prepare(id)
    await expect(upload(id, text)).rejects.toMatchObject({
      problem: 'invalid',
      message: expect.stringMatching(message),
    })
  })

  it('is asked about where hardly any words are the same, and made for whoever is sure', async () => {
    const id = await desk.start(first)
    const other = 'Weather: Rain from the north by noon. Winds turn west, gusts at sea, then a dry night.\n'
    const refused = await upload(id, other).catch((error) => error)
    expect(refused.message).toMatch(/^(Only \d+% of the words are|Hardly a word is) the same\. Is it the right file\?/)
    expect((await desk.head(id)).number).toBe(1)
    expect((await upload(id, other, { sure: true })).version.revision).toBe(2)
  })

  it('is refused where the text was corrected since it was looked at', async () => {
    const id = await desk.start(first)
    await desk.replace(id, 'nine', 'ten')
    await expect(upload(id, printedAgain, { revision: 1 })).rejects.toMatchObject({
      ...{ problem: 'conflict', extras: { current: { revision: 2 } } },
    })
  })

  it('is refused where the text is corrected while it is compared', async () => {
    const id = await desk.start(first)
    readWith(async (given, watch) => {
      const outcome = await readHere(given, watch)
      await desk.replace(id, 'nine', 'ten')
      return outcome
    })
    await expect(upload(id, printedAgain)).rejects.toMatchObject({ problem: 'conflict' })
    expect((await desk.head(id)).text).toBe(first.replace('nine', 'ten'))
  })

  it('takes along what is written, and leaves where it is what is placed, while it is compared', async () => {
    const { id, marks } = await annotated()
    const elsewhere = { start: 0, end: 9, placed: 'moved' as const }
    const written: string[] = []
    readWith(async (given, watch) => {
      const outcome = await readHere(given, watch)
      written.push(await desk.mark(id, 'agreed to send'), await desk.mark(id, 'Valkov agreed'))
      await db.annotation.update({ where: { id: marks.rewritten }, data: elsewhere })
      return outcome
    })
    const before = await db.annotation.count({ where: { transcriptId: id } })
    await upload(id, printedAgain)
    const now = await desk.standing(id)
    expect(now[written[0] as string]).toMatch(/“agreed to send” exact open$/)
    expect(now[written[1] as string]).toMatch(/“Walkow agreed” moved open$/)
    expect(now[marks.rewritten]).toBe('0 “The Ferry” moved open')
    expect(await db.annotation.count({ where: { transcriptId: id } })).toBe(before + 2)
  })

  it('is kept byte for byte beside the first file, and named in the list of revisions', async () => {
    const id = await desk.start(first)
    const bytes = new TextEncoder().encode(`\uFEFF${printedAgain}`)
    await uploadFile(id, { name: 'reprint.txt', mediaType: 'text/plain', bytes }, { reason: 'Reprinted' })
    const [{ name, ...newest }, oldest] = [
      await readOriginal(desk.editor, { transcriptId: id, revision: 2 }),
      await readOriginal(desk.editor, { transcriptId: id, revision: 1 }),
    ]
    expect([name, Buffer.from(newest.bytes).equals(bytes)]).toEqual(['reprint.txt', true])
    expect(Buffer.from(oldest.bytes).toString()).toBe(first)
    await desk.replace(id, 'Walkow', 'Valkow')
    const { items } = await listRevisions(desk.editor, { transcriptId: id, sort: 'newest', limit: 10 })
    expect(items.map(({ cause, reason, file }) => [cause, reason, file?.name])).toEqual([
      ['accept', null, undefined],
      ['version', 'Reprinted', 'reprint.txt'],
      ['import', null, 'A call.txt'],
    ])
    expect(items[1]?.file).toMatchObject({ size: bytes.length, sha256: newest.sha256 })
    const none = readOriginal(desk.editor, { transcriptId: id, revision: 3 })
    await expect(none).rejects.toMatchObject({ problem: 'not-found' })
  })

  it('says how many comments of a Word document it leaves out', async () => {
    const id = await desk.start('One t or two?\n')
    const comment = `<w:comment w:id="0" w:author="Ann Quay"><w:p><w:r><w:t>Two.</w:t></w:r></w:p></w:comment>`
    const body = `<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>One t or three?</w:t></w:r><w:commentRangeEnd w:id="0"/></w:p>`
    const bytes = zipOf(documentFiles(body, { comments: partOf('comments', comment) }))
    const made = (await uploadFile(id, { name: 'a.docx', mediaType: '', bytes }, { sure: true })) as MadeVersion
    expect(made.notes).toContain('The file holds 1 comment, which is left out of a newer version.')
    expect(await desk.standing(id)).toEqual({})
  })

  it.each([
    ['a damaged Word document', 'call.docx', new TextEncoder().encode('PK\u0003\u0004 and nothing more')],
    ['a picture', 'call.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ['bytes that are no text', 'call.txt', new Uint8Array([0xff, 0xfe, 0, 0xd8])],
    ['an empty file', 'call.txt', new Uint8Array()],
  ])('is refused with a sentence, and nothing is stored, where it is %s', async (_, name, bytes) => {
    const id = await desk.start(first)
    const changes = await db.change.count()
    const refused = await uploadFile(id, { name, mediaType: '', bytes }, { sure: true }).catch((error) => error)
    expect(refused.message).toMatch(/\.$/)
    expect([await db.change.count(), await db.original.count({ where: { transcriptId: id } })]).toEqual([changes, 1])
  })

  it('is nobody’s to make on another desk, or of what is approved', async () => {
    const id = await desk.start(first)
    const outsider = await actorIn(desk.world.people.outsider.sessionId)
    const step = { transcriptId: id, text: printedAgain, revision: 1, preview: true, sure: false }
    await expect(takeVersion(outsider, step)).rejects.toMatchObject({ problem: 'not-found' })
    await expect(takeVersion(desk.checker, step)).rejects.toMatchObject({ problem: 'forbidden' })
    await db.transcript.update({ where: { id }, data: { state: 'approved' } })
    await expect(takeVersion(desk.editor, step)).rejects.toMatchObject({ problem: 'conflict' })
    await expect(
      createAnnotation(desk.editor, { transcriptId: id, kind: 'highlight', revision: 1, start: 0, end: 3, tags: [] }),
    ).rejects.toMatchObject({ problem: 'conflict' })
  })
})
