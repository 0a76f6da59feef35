import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compose } from '@/lib/text/compose'
import { differences } from '@/lib/text/differences'
import { snap } from '@/lib/text/grapheme'
import { applyEdits, carryEdits, checkEdits, type Edits, invert, mapRange, prepareEdits } from '@/lib/text/map'
import { fits, type Range } from '@/lib/text/range'
import { tidyEdits, tighten } from '@/lib/text/tighten'
import { placedAfter } from '@/lib/transcript/correction'
import { proposals } from '@/lib/transcript/proposal'
import {
  acceptable,
  annotations,
  editsOf,
  held,
  place,
  proposed,
  rangesOf,
  rawEdits,
  runs,
  texts,
  wishes,
} from './edits-made'

/** Where each letter of the text before stands after the edits, or -1 where it went. */
const lettersAfter = (length: number, edits: Edits): readonly number[] => {
  const places: number[] = []
  let shift = 0
  for (const { start, end, text } of edits) {
    for (let at = places.length; at < start; at += 1) places.push(at + shift)
    for (let at = start; at < end; at += 1) places.push(-1)
    shift += text.length - (end - start)
  }
  for (let at = places.length; at < length; at += 1) places.push(at + shift)
  return places
}
/** The same through two lists. */
const throughBoth = (first: readonly number[], second: readonly number[]) =>
  first.map((at) => (at === -1 ? -1 : (second[at] as number)))

/** Letters of the range that are still there are inside of it, and letters outside of it outside. */
const keepsItsLetters = (range: Range, now: Range, letters: readonly number[]) => {
  for (const [at, place] of letters.entries()) {
    if (place === -1) continue
    const inside = range.start <= at && at < range.end
    if ((now.start <= place && place < now.end) !== inside)
      expect.fail(`Letter ${at} is ${inside ? 'outside' : 'inside'} now, at ${place} of ${now.start}–${now.end}.`)
  }
}

describe('an annotation', () => {
  it('untouched keeps its exact words, and is led back to its place', () =>
    held((text, edits, ranges) => {
      const after = applyEdits(text, edits)
      const [there, back] = [prepareEdits(edits), prepareEdits(invert(text, edits))]
      for (const range of ranges) {
        const touched = edits.some(({ start, end }) => start < range.end && end > range.start)
        const now = mapRange(range, there)
        expect(now.fate === 'kept').toBe(!touched)
        if (touched) continue
        expect(after.slice(now.start, now.end)).toBe(text.slice(range.start, range.end))
        expect(mapRange(now, back)).toEqual({ ...range, fate: 'kept' })
      }
    }))

  it('never disappears, is never reversed or outside of the text, and is empty only as lost', () =>
    held((text, edits, ranges) => {
      const after = applyEdits(text, edits)
      const mapped = ranges.map((range) => mapRange(range, prepareEdits(edits)))
      expect(mapped).toHaveLength(ranges.length)
      for (const now of mapped) {
        expect(fits(now, after.length)).toBe(true)
        expect(now.start === now.end).toBe(now.fate === 'deleted')
        const placed = placedAfter(now.fate, after.slice(now.start, now.end), 'x', 'exact')
        expect(placed === 'lost').toBe(now.fate === 'deleted')
      }
    }))

  it('has the letters it had inside, and no others of before', () =>
    held((text, edits, ranges) => {
      const letters = lettersAfter(text.length, edits)
      for (const range of ranges) keepsItsLetters(range, mapRange(range, prepareEdits(edits)), letters)
    }))

  it('has after one edit just the words that its rule says', () =>
    held((text, edits, ranges) => {
      for (const edit of edits) {
        const after = applyEdits(text, [edit])
        for (const range of ranges) {
          const now = mapRange(range, prepareEdits([edit]))
          const before = text.slice(range.start, Math.min(range.end, Math.max(range.start, edit.start)))
          const behind = text.slice(Math.max(range.start, Math.min(range.end, edit.end)), range.end)
          const within = range.start <= edit.start && edit.end <= range.end
          const around = edit.start <= range.start && range.end <= edit.end
          const atEdge = edit.start === edit.end && (edit.start === range.start || edit.start === range.end)
          const takes = (within && !atEdge) || (around && edit.start < edit.end)
          expect(after.slice(now.start, now.end)).toBe(before + (takes ? edit.text : '') + behind)
        }
      }
    }))

  it('of whole clusters is of whole clusters after edits that were tidied', () =>
    fc.assert(
      fc.property(texts, wishes, annotations, (text, list, marks) => {
        const edits = editsOf(text, list)
        const after = applyEdits(text, edits)
        for (const range of rangesOf(text, marks)) {
          const now = place(mapRange(snap(text, range), prepareEdits(edits)))
          expect(snap(after, now)).toEqual(now)
        }
      }),
      runs,
    ))
})

describe('two lists of edits, one after the other', () => {
  const both = (law: (text: string, first: Edits, second: Edits, ranges: readonly Range[]) => void) =>
    fc.assert(
      fc.property(texts, wishes, wishes, annotations, fc.boolean(), (text, one, other, marks, raw) => {
        const first = raw ? rawEdits(text.length, one) : editsOf(text, one)
        const between = applyEdits(text, first)
        const second = raw ? rawEdits(between.length, other) : editsOf(between, other)
        law(text, first, second, rangesOf(text, marks))
      }),
      runs,
    )

  it('give the same text as both made one, which is a list of edits like any', () =>
    both((text, first, second) => {
      const one = compose(first, second)
      checkEdits(one, text.length)
      expect(applyEdits(text, one)).toBe(applyEdits(applyEdits(text, first), second))
      expect(compose(first, [])).toEqual(first)
      expect(compose([], second)).toEqual(second)
    }))

  it('take the same letters as both made one', () =>
    both((text, first, second) => {
      const between = applyEdits(text, first).length
      const letters = throughBoth(lettersAfter(text.length, first), lettersAfter(between, second))
      expect(lettersAfter(text.length, compose(first, second))).toEqual(letters)
    }))

  it('lead a range to the same place as both made one, if its first and last letters come through', () =>
    both((text, first, second, ranges) => {
      const [one, two, joint] = [first, second, compose(first, second)].map(prepareEdits)
      const letters = throughBoth(
        lettersAfter(text.length, first),
        lettersAfter(applyEdits(text, first).length, second),
      )
      for (const range of ranges) {
        const between = mapRange(range, one)
        const end = mapRange(between, two)
        const direct = mapRange(range, joint)
        if (between.fate === 'kept' && end.fate === 'kept') expect(direct).toEqual(end)
        if (letters[range.start] !== -1 && letters[range.end - 1] !== -1) expect(place(direct)).toEqual(place(end))
        keepsItsLetters(range, direct, letters)
        if (between.start < between.end) keepsItsLetters(range, end, letters)
      }
    }))
})

describe('edits that are apart', () => {
  it('do together what they do one after another, in any order, to the text and to every range', () =>
    held((text, all, ranges) => {
      // A letter between each two: of two that touch, one can take the other's place for the edge of a range.
      const edits = all.filter(({ start }, at) => at === 0 || start > (all[at - 1]?.end ?? 0))
      for (const order of [edits, [...edits].reverse()]) {
        let [now, marks, left] = [text, ranges, [...order]]
        while (left[0]) {
          const mapping = prepareEdits([left[0]])
          now = applyEdits(now, [left[0]])
          marks = marks.map((mark) => (mark.start === mark.end ? mapRange(mark, mapping) : mapRange(mark, mapping)))
          left = left.slice(1).map((edit) => carryEdits([edit], mapping)?.[0] ?? edit)
        }
        expect(now).toBe(applyEdits(text, edits))
        const together = ranges.map((range) => place(mapRange(range, prepareEdits(edits))))
        expect(marks.map(place)).toEqual(together)
      }
    }))

  it('of two people may be made in either order, where neither is touched', () =>
    fc.assert(
      fc.property(texts, wishes, wishes, (text, one, other) => {
        const [ours, theirs] = [editsOf(text, one), editsOf(text, other)]
        const [late, early] = [carryEdits(ours, prepareEdits(theirs)), carryEdits(theirs, prepareEdits(ours))]
        // Two that insert at one place come in the order they are made.
        const samePlace = ours.some((a) =>
          theirs.some((b) => a.start === b.start && (a.start === a.end || b.start === b.end)),
        )
        fc.pre(late !== null && early !== null && !samePlace)
        expect(applyEdits(applyEdits(text, theirs), late ?? [])).toBe(applyEdits(applyEdits(text, ours), early ?? []))
      }),
      { ...runs, maxSkipsPerRun: 10_000 },
    ))
})

describe('proposals', () => {
  it('that overlap are refused, others are all made, however they are given', () =>
    fc.assert(
      fc.property(texts, wishes, (text, list) => {
        const all = proposed(text, list)
        const some = acceptable(all)
        if (some.length < all.length && all.every(({ start, end }) => start < end))
          expect(() => tidyEdits(text, all)).toThrow(RangeError)
        const asGiven = [...some].sort((a, b) => a.start - b.start || a.end - b.end)
        expect(applyEdits(text, tidyEdits(text, some))).toBe(
          asGiven.reduceRight((now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end), text),
        )
      }),
      runs,
    ))

  it('made tidy cut no cluster, before or after, and are tidy', () =>
    fc.assert(
      fc.property(texts, wishes, (text, list) => {
        const edits = editsOf(text, list)
        const after = applyEdits(text, edits)
        for (const range of edits) expect(snap(text, range)).toEqual(place(range))
        for (const range of invert(text, edits)) expect(snap(after, range)).toEqual(place(range))
        for (const edit of edits) expect(text.slice(edit.start, edit.end)).not.toBe(edit.text)
      }),
      runs,
    ))

  it('made as small as they can be do the same', () =>
    fc.assert(
      fc.property(texts, wishes, (text, list) => {
        for (const edit of proposed(text, list)) {
          const small = tighten(text, edit)
          const whole = text.slice(0, edit.start) + edit.text + text.slice(edit.end)
          expect(applyEdits(text, small ? [small] : [])).toBe(whole)
        }
      }),
      runs,
    ))

  it('of a turn that was rewritten give just what was written, each with something to mark', () =>
    fc.assert(
      fc.property(texts, texts, (text, rewritten) => {
        fc.pre(text.trim() !== '' && !rewritten.includes('\r') && !text.includes('\r'))
        const made = proposals(text, { start: 0, end: text.length }, rewritten)
        expect(applyEdits(text, made).trim()).toBe(rewritten.trim())
        for (const { start, end } of made) expect(text.slice(start, end)).not.toBe('')
        for (const range of made) expect(snap(text, range)).toEqual(place(range))
        expect(proposals(text, { start: 0, end: text.length }, text)).toEqual([])
      }),
      { ...runs, maxSkipsPerRun: 10_000 },
    ))
})

describe('the differences of two texts', () => {
  it('lead from one to the other, and cut no cluster', () =>
    fc.assert(
      fc.property(texts, wishes, texts, fc.boolean(), (text, list, other, alike) => {
        const after = alike ? applyEdits(text, editsOf(text, list)) : other
        const edits = differences(text, after)
        expect(applyEdits(text, edits)).toBe(after)
        for (const range of edits) expect(snap(text, range)).toEqual(place(range))
      }),
      runs,
    ))
})
