import { beforeAll, describe, expect, it } from 'vitest'
import { NewAnnotation } from '@/lib/annotation/annotation'
import { AnnotationFilter, listAnnotationIds } from '@/lib/data/annotation-filter'
import { AnnotationsInput, createAnnotation, listAnnotations } from '@/lib/data/annotations'
import { db } from '@/lib/data/db'
import { addEvidence } from '@/lib/data/evidence'
import { addReply } from '@/lib/data/replies'
import type { Actor } from '@/lib/permissions/can'
import { said } from './support/hostile'
import { actorIn, addAnnotation, addTranscript, makeWorld, type World } from './support/world'

describe('annotations', () => {
  let world: World
  let checker: Actor
  beforeAll(async () => {
    world = await makeWorld()
    checker = await actorIn(world.people.checker.sessionId)
  })

  it('are found by words of what was written, of the passage and of tags, and by when they were touched', async () => {
    const { id } = await addTranscript(world)
    const note = await addAnnotation(world, id, 'note')
    const check = await addAnnotation(world, id, 'check')
    const tags = ['100% sure', 'later']
    const input = NewAnnotation.parse({ kind: 'highlight', revision: 1, start: 9, end: 17, tags })
    const marked = await createAnnotation(checker, { transcriptId: id, ...input })
    await addReply(checker, { annotationId: note.id, body: said('The harbour master has the "log book".') })
    const row = { source: { title: 'Tide tables' }, quote: 'a low ebb', stance: 'supports' as const, note: 'p. 3' }
    await addEvidence(checker, { annotationId: check.id, ...row })
    const names = new Map([
      [note.id, 'note'],
      [check.id, 'check'],
      [marked.id, 'highlight'],
    ])
    const found = async (query: object) => {
      const asked = { transcriptId: id, ...query }
      const { ids } = await listAnnotationIds(checker, AnnotationFilter.parse(asked))
      const { items } = await listAnnotations(checker, AnnotationsInput.parse(asked))
      expect(items.map((item) => item.id)).toEqual(ids)
      return ids.map((one) => names.get(one))
    }
    expect(await found({ text: 'harbour LOG' })).toEqual(['note'])
    expect(await found({ text: '"log book"' })).toEqual(['note'])
    expect(await found({ text: '"book log"' })).toEqual([])
    expect(await found({ text: 'tide ebb "p. 3"' })).toEqual(['check'])
    expect(await found({ text: 'nine' })).toEqual(['check'])
    expect(await found({ quote: 'marr' })).toEqual(['note', 'check'])
    expect(await found({ text: 'marrant' })).toEqual([])
    expect(await found({ q: '100%' })).toEqual(['highlight'])
    expect(await found({ q: 'a_low' })).toEqual([])
    expect(await found({ without: 'later,other' })).toEqual(['note', 'check'])
    expect(await found({ since: '1h', kind: 'note,check' })).toEqual(['note', 'check'])
    expect(await found({ until: '1h' })).toEqual([])
    await db.annotation.update({ where: { id: check.id }, data: { placed: 'lost' } })
    expect(await found({ placed: 'lost,doubtful' })).toEqual(['check'])
    await db.annotation.updateMany({
      where: { transcriptId: id },
      data: { createdAt: new Date('2026-01-01T10:00:00Z'), updatedAt: new Date('2026-01-02T10:00:00Z') },
    })
    expect(await found({ since: '2026-01-03' })).toEqual(['note', 'check'])
    expect(await found({ until: '2026-01-01' })).toEqual(['note', 'check', 'highlight'])
    expect(await found({ since: '2026-01-02', until: '2026-01-02T10:00:01Z' })).toEqual(['note', 'check', 'highlight'])
  })

  it.each([{ since: 'soon' }, { kind: 'flags' }, { text: 'x '.repeat(21) }, { author: 'names' }])(
    'are not looked for by %j, which means nothing',
    (query) => {
      const parsed = AnnotationFilter.safeParse({ transcriptId: '01998f00-0000-7000-8000-000000000001', ...query })
      expect(parsed.error?.issues[0]?.message).toMatch(/\.$/)
    },
  )
})
