import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, checkEdits, invert, mapRange, prepareEdits } from '@/lib/text/map'
import { invertRevising, nextWording } from '@/lib/transcript/correction'
import { reviseTurns, type TurnChange } from '@/lib/transcript/revise-turns'
import { held, place, runs, texts, wordingOf } from './edits-made'

describe('undo', () => {
  it('restores the text, and with the places that were recorded every annotation', () =>
    held((text, edits, ranges) => {
      const after = applyEdits(text, edits)
      const inverse = invert(text, edits)
      checkEdits(inverse, after.length)
      expect(applyEdits(after, inverse)).toBe(text)
      expect(invert(after, inverse)).toEqual(edits)
      // As it is stored: touched ones are recorded, the others are mapped back.
      const mapping = prepareEdits(edits)
      const recorded = new Map(
        ranges.filter((range) => mapRange(range, mapping).fate !== 'kept').map((range) => [range, range]),
      )
      const restored = ranges.map(
        (range) => recorded.get(range) ?? place(mapRange(mapRange(range, mapping), prepareEdits(inverse))),
      )
      expect(restored).toEqual(ranges)
    }))

  it('restores the turns, with their labels, speakers and times', () =>
    held((text, edits) => {
      const before = wordingOf(text)
      const revising = { edits, splices: [] }
      const after = nextWording(before, revising)
      let done = 0
      for (const { start, end, label } of after.turns) {
        expect((label?.start ?? start) >= done && (label?.end ?? start) <= start && start <= end).toBe(true)
        expect(end <= after.text.length).toBe(true)
        done = end
      }
      expect(nextWording(after, invertRevising(before, revising))).toEqual(before)
    }))

  it('restores turns that were split, merged, relabelled and timed anew', () => {
    const change = fc.oneof(
      fc.record({
        do: fc.constant('relabel' as const),
        at: fc.nat(200),
        speaker: fc.constantFrom('Ida', 'Mr X', 'é', null),
      }),
      fc.record({ do: fc.constant('retime' as const), at: fc.nat(200), from: fc.constantFrom(3, 4000.5, null) }),
      fc.record({ do: fc.constant('split' as const), at: fc.nat(200), speaker: fc.constantFrom('Ida', 'Ole') }),
      fc.record({ do: fc.constant('merge' as const), at: fc.nat(200) }),
    )
    fc.assert(
      fc.property(texts, fc.array(change, { minLength: 1, maxLength: 3 }), (text, asked) => {
        const before = wordingOf(text)
        const changes = asked.map((one): TurnChange => ({ ...one, at: one.at % (text.length + 1) }))
        let revising: ReturnType<typeof reviseTurns>
        try {
          revising = reviseTurns(before, changes)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
          return
        }
        const after = nextWording(before, revising)
        for (const { start, end, label } of after.turns) expect((label?.end ?? 0) <= start && start <= end).toBe(true)
        expect(nextWording(after, invertRevising(before, revising))).toEqual(before)
      }),
      runs,
    )
  })
})
