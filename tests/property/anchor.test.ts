import fc from 'fast-check'
import { describe, it } from 'vitest'
import { describe as anchorOf, locate } from '@/lib/text/anchor'
import { snap } from '@/lib/text/grapheme'
import { locateAll } from '@/lib/text/locate-all'

/** Text of few letters, so that phrases repeat, with clusters that can be cut. */
const texts = fc
  .array(
    fc.constantFrom(
      'a',
      'b',
      ' ',
      '\n',
      '\r\n',
      'the ',
      'deal',
      '😀',
      '🇳🇴',
      'e\u0301',
      'א',
      '👩‍👩‍👧',
      '\u0301',
      '\u200d',
    ),
    {
      minLength: 1,
      maxLength: 120,
    },
  )
  .map((parts) => parts.join(''))

const textAndRange = texts.chain((text) =>
  fc.tuple(fc.constant(text), fc.nat(text.length - 1), fc.nat(text.length)).map(([whole, start, length]) => ({
    text: whole,
    range: { start, end: Math.min(whole.length, start + 1 + length) },
  })),
)

const runs = { numRuns: 400 }

describe('anchors', () => {
  it('are exact in the text they were taken from', () => {
    fc.assert(
      fc.property(textAndRange, ({ text, range }) => {
        const anchor = anchorOf(text, range)
        const found = locate(text, anchor)
        return found?.placed === 'exact' && found.start === anchor.start && found.end === anchor.end
      }),
      runs,
    )
  })

  it('remember whole clusters that stand side by side', () => {
    fc.assert(
      fc.property(textAndRange, ({ text, range }) => {
        const { start, end, exact, prefix, suffix } = anchorOf(text, range)
        const around = { start: start - prefix.length, end: end + suffix.length }
        const whole = snap(text, around)
        return (
          text.slice(around.start, around.end) === prefix + exact + suffix &&
          prefix.length <= 32 &&
          suffix.length <= 32 &&
          whole.start === around.start &&
          whole.end === around.end
        )
      }),
      runs,
    )
  })

  it('are never found outside a text, never empty, and always at cluster boundaries', () => {
    fc.assert(
      fc.property(textAndRange, texts, ({ text, range }, other) => {
        const found = locate(other, anchorOf(text, range))
        if (!found) return true
        const whole = snap(other, found)
        return found.start < found.end && whole.start === found.start && whole.end === found.end
      }),
      runs,
    )
  })

  it('come through words put in front of them', () => {
    fc.assert(
      fc.property(textAndRange, fc.string({ maxLength: 60 }), ({ text, range }, front) => {
        const anchor = anchorOf(text, range)
        const found = locate(`${front}\n${text}`, anchor)
        return found !== null || anchor.exact.length < 12
      }),
      runs,
    )
  })

  const textAndRanges = textAndRange.chain(({ text }) =>
    fc.tuple(
      fc.constant(text),
      fc.array(fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 30 })), { maxLength: 8 }),
    ),
  )
  const anchorsOf = ([text, places]: [string, [number, number][]]) =>
    places.map(([start, length]) => anchorOf(text, { start, end: Math.min(text.length, start + length) }))

  it('many at once are exact in the text they were taken from', () => {
    fc.assert(
      fc.property(textAndRanges, (drawn) => {
        const anchors = anchorsOf(drawn)
        return locateAll(drawn[0], anchors).every(
          (found, at) =>
            found?.placed === 'exact' && found.start === anchors[at]?.start && found.end === anchors[at]?.end,
        )
      }),
      runs,
    )
  })

  it('many at once get one answer each, never outside a text, never empty, and always at cluster boundaries', () => {
    fc.assert(
      fc.property(textAndRanges, texts, (drawn, other) => {
        const anchors = anchorsOf(drawn)
        const answers = locateAll(other, anchors)
        const fit = answers.every((found) => {
          if (!found) return true
          const whole = snap(other, found)
          return found.start < found.end && whole.start === found.start && whole.end === found.end
        })
        return fit && answers.length === anchors.length
      }),
      runs,
    )
  })
})
