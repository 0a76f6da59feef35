import { describe, expect, it } from 'vitest'
import { exportFormats } from '.'
import type { AnnotatedTranscript } from './format'
import { annotationOn, sample } from './sample'

const written = (name: string, input: AnnotatedTranscript): string =>
  [...(exportFormats.find((format) => format.name === name)?.write(input) ?? [])].join('')

describe('effort', () => {
  it.each([
    ['lie over the whole text', 1, 0],
    ['begin one behind the other and end together', 0, 1],
  ])(
    'a thousand annotations that %s leave quickly as a page, each with its note',
    (_, paragraphs, shift) => {
      const text = 'good evening to all of you\n\n'.repeat(paragraphs * 4_000 || 100)
      const turns = Array.from({ length: text.length / 28 }, (_, i) => ({ start: i * 28, end: i * 28 + 26 }))
      const annotations = Array.from({ length: 1_000 }, (_, i) =>
        annotationOn(text, `a${i}`, 'highlight', i * shift, text.length - 2),
      ).map((one) => ({ ...one, anchor: { ...one.anchor, exact: 'all of it' } }))
      const began = process.cpuUsage()
      const page = written('html', { ...sample, revision: { ...sample.revision, text, turns }, annotations })
      expect(process.cpuUsage(began).user / 1_000).toBeLessThan(4_000)
      expect(page.length).toBeLessThan(6_000_000)
      expect(page.match(/id="n\d+"/g)).toHaveLength(1_000)
    },
    60_000,
  )

  it.each(['html', 'markdown', 'csv', 'json'])(
    'a million words with 20,000 annotations leave quickly as %s',
    (name) => {
      const line = `${'good evening to all of you out there '.repeat(6)}\n`
      const text = line.repeat(21_000)
      const turns = Array.from({ length: 21_000 }, (_, i) => ({
        start: i * line.length,
        end: (i + 1) * line.length - 2,
      }))
      const step = Math.floor(text.length / 20_000)
      const annotations = Array.from({ length: 20_000 }, (_, i) =>
        annotationOn(text, `a${i}`, 'highlight', i * step, i * step + 30 + (i % 9) * 100),
      )
      const input = {
        ...sample,
        revision: { ...sample.revision, text, turns },
        annotations: annotations.filter(({ end }) => end <= text.length),
      }
      const began = process.cpuUsage()
      expect(written(name, input).length).toBeGreaterThan(1_000_000)
      expect(process.cpuUsage(began).user / 1_000).toBeLessThan(8_000)
    },
    60_000,
  )
})
