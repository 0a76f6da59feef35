import { describe, expect, it } from 'vitest'
import { NewAnnotation } from '@/lib/annotation/annotation'
import { Body } from '@/lib/annotation/body'
import { flagSorts, kindNames } from '@/lib/annotation/kinds'
import { overlaps } from '@/lib/text/range'
import { demoAnnotations } from './annotations'
import { placeIn, readDemo } from './demo'

const { article, recording, planted } = readDemo()

describe('the demo article', () => {
  it.each(planted.faults)('holds the planted $sort fault "$found" exactly once', (fault) => {
    expect(article.slice(placeIn(article, fault).start, placeIn(article, fault).end)).toBe(fault.found)
    for (const words of fault.elsewhere ?? []) expect(placeIn(article, { in: words, found: words })).toBeDefined()
  })

  it('has a fault of every sort but quotation, which has a list of its own, and other', () => {
    const sorts = new Set(planted.faults.map((fault) => fault.sort))
    const missing = Object.keys(flagSorts).filter((sort) => !sorts.has(sort as never))
    expect(missing).toEqual(['quotation', 'other'])
  })

  it.each(planted.quiet)('holds "$found", which is no fault', (place) => {
    expect(placeIn(article, place).start).toBeGreaterThan(0)
  })

  it.each(planted.claims)('claims that %s', (claim) => {
    expect(article).toContain(claim)
  })

  it('says of each date with a weekday, but the planted one, what the calendar says', () => {
    const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
    const dates = [...`${article}${recording}`.matchAll(/(\w+day) (\d+) March\b/g)]
    const wrong = dates.filter(([, day, date]) => day !== days[new Date(Date.UTC(2031, 2, Number(date))).getUTCDay()])
    expect(dates.length).toBeGreaterThan(1)
    expect(wrong.map(([words]) => words)).toEqual(['Thursday 7 March'])
  })

  it('is as Postgres stores it: no carriage returns, well formed', () => {
    expect(`${article}${recording}`).not.toContain('\r')
    expect(`${article}${recording}`.isWellFormed()).toBe(true)
  })
})

/** What is left of words when marks, dashes, case and spacing do not count. */
const plain = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

describe('the quotations of the demo article', () => {
  it.each(planted.quotations)('stand in it once, and "$words" is $verdict', ({ words, verdict, source }) => {
    expect(placeIn(article, { in: words, found: words })).toBeDefined()
    if (source !== undefined) expect(recording).toContain(source)
    const bare = words.replace(/,$/, '')
    const cut = bare.split(' … ')
    if (verdict === 'exact') for (const part of cut) expect(recording).toContain(part)
    if (verdict === 'typographic') expect(recording).not.toContain(bare)
    if (verdict === 'typographic') expect(plain(recording)).toContain(plain(bare))
    if (verdict === 'altered' || verdict === 'absent') expect(plain(recording)).not.toContain(plain(bare))
    if (verdict === 'altered') expect(source).toBeDefined()
  })

  it('are all of them listed', () => {
    const quoted = [...article.matchAll(/[“‘]([^“”‘’]*(?:’[a-z][^“”‘’]*)*)/g)].map((found) => (found[1] ?? '').trim())
    const listed = planted.quotations.map((quotation) => quotation.words)
    expect(quoted.filter((words) => words.length > 10 && !listed.some((known) => words.startsWith(known)))).toEqual([])
  })

  it('come in every verdict', () => {
    expect(new Set(planted.quotations.map((quotation) => quotation.verdict)).size).toBe(4)
  })
})

describe('the demo annotations', () => {
  const at = (made: (typeof demoAnnotations)[number]) => placeIn(article, { in: made.in ?? made.on, found: made.on })

  it.each(demoAnnotations)(
    '$by, $kind on "$on": the words stand in the article once, and the rest is whole',
    (made) => {
      const { by: _by, on: _on, in: _in, replies = [], ...input } = made
      expect(NewAnnotation.safeParse({ ...input, ...at(made), revision: 1 }).error).toBeUndefined()
      for (const reply of replies) expect(Body.safeParse(reply.body).error).toBeUndefined()
    },
  )

  it('are of all five kinds by two people, some of them over others', () => {
    expect(new Set(demoAnnotations.map((made) => made.kind)).size).toBe(kindNames.length)
    expect(new Set(demoAnnotations.map((made) => made.by))).toEqual(new Set(['Mira', 'Teodor']))
    const ranges = demoAnnotations.map(at)
    expect(
      ranges.filter((range) => ranges.some((other) => other !== range && overlaps(range, other))).length,
    ).toBeGreaterThan(3)
  })
})
