import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '@/lib/text/map'
import { wholeWords } from '@/lib/text/whole-words'
import type { Stretch } from '@/lib/transcript/comparison'
import { nextWording } from '@/lib/transcript/correction'
import { passagesBetween } from '@/lib/transcript/passages'
import { editsOf, runs, texts, wishes, wordingOf } from './edits-made'

/** The words of one side of a passage; null where some of them are left out. */
const sideOf = (stretches: readonly Stretch[], side: 'was' | 'is'): string | null =>
  stretches.some((one) => 'left' in one)
    ? null
    : stretches.map((one) => ('kept' in one ? one.kept : 'left' in one ? '' : one[side])).join('')

describe('what two revisions differ by, as it is told', () => {
  it('leads from the one to the other in whole words too', () =>
    fc.assert(
      fc.property(texts, wishes, (text, list) => {
        const edits = editsOf(text, list)
        const after = applyEdits(text, edits)
        expect(applyEdits(text, wholeWords(text, after, edits))).toBe(after)
      }),
      runs,
    ))

  it('stands where it says in both texts, in order, and leaves no difference out', () =>
    fc.assert(
      fc.property(texts, wishes, (text, list) => {
        const before = wordingOf(text)
        const edits = editsOf(text, list)
        const after = nextWording(before, { edits, splices: [] })
        const found = passagesBetween(before, after, edits)
        let done = 0
        let differences = 0
        for (let index = 0; index < found.length; index += 1) {
          const passage = found.at(index)
          const [was, is] = [sideOf(passage.stretches, 'was'), sideOf(passage.stretches, 'is')]
          if (was !== null && passage.differences > 0 && found.lineEnds === 0) {
            expect(text.slice(passage.before.start, passage.before.end)).toBe(was)
            expect(after.text.slice(passage.after.start, passage.after.end)).toBe(is)
          }
          expect(passage.after.start).toBeGreaterThanOrEqual(done)
          done = passage.after.start
          differences += passage.differences
        }
        const all = wholeWords(text, after.text, edits).length
        expect(differences).toBe(found.differences)
        expect(differences + found.lineEnds).toBe(all)
      }),
      runs,
    ))
})
