import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importFile } from '@/lib/import'
import { isVtt, readVtt } from '@/lib/import/captions/vtt-cues'
import { oddities } from '@/lib/import/notes'
import { withLineFeeds } from '@/lib/import/text'

/** Files that others publish for testing readers. They are not part of this repository: without them nothing is tested. */
const shared = resolve(import.meta.dirname, '../../../shared/data/conformance')

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  )

/** What importing a file gives: its text, or the sentence it is refused with. */
const outcome = (path: string) =>
  importFile({ name: path.split('/').at(-1) ?? '', bytes: readFileSync(path) }).then(
    ({ text }) => text,
    (error: Error) => `${error.name}: ${error.message}`,
  )

describe.runIf(existsSync(shared))('WebVTT fixtures of mozilla/vtt.js', () => {
  const root = join(shared, 'vttjs/tests')
  type Fixture = { readonly cues: readonly { startTime: number; endTime: number; text: string }[] }

  it('give the same cues, but for those whose times or identifiers the standard forbids', () => {
    const fixtures = filesIn(root).flatMap((path) => {
      const json = path.replace(/\.vtt$/, '.json')
      return path.endsWith('.vtt') && existsSync(json) ? [{ path, json }] : []
    })
    const others = fixtures.filter(({ path, json }) => {
      const text = withLineFeeds(readFileSync(path, 'utf8'))
      const { cues } = JSON.parse(readFileSync(json, 'utf8')) as Fixture
      const found = isVtt(text) ? readVtt(text, oddities()).cues.filter(({ loose }) => !loose) : []
      const given = found.map(({ from, to, payload }) => [from, to, payload])
      return JSON.stringify(given) !== JSON.stringify(cues.map((cue) => [cue.startTime, cue.endTime, cue.text]))
    })
    expect(others.map(({ path }) => relative(root, path)).sort()).toEqual([
      // `000:00.000`: three digits can only be hours, and hours need minutes and seconds behind them.
      'cue-times/min-top-digits.vtt',
      // `120:00.000`: the same; the fixture takes it for 120 hours, a person might take it for minutes.
      'cue-times/minimum-spots-over-sixty.vtt',
      // A line `-->` alone where an identifier stands: the standard ends the block there and reads the times below it.
      'integration/id.vtt',
    ])
    expect(1 - others.length / fixtures.length).toBeGreaterThan(0.93)
  })
})

describe.runIf(existsSync(shared))('SubRip files with a byte order mark and CRLF', () => {
  it.each(['talkpython-338', 'talkpython-448'])('%s is the same text without them', async (name) => {
    const [plain, marked] = [`${name}.srt`, `${name}.bom-crlf.srt`].map((file) =>
      outcome(join(shared, 'srt-derived', file)),
    )
    const text = await plain
    expect(await marked).toBe(text)
    const spoken = readFileSync(join(shared, 'srt-derived', `${name}.srt`), 'utf8').replaceAll(
      /^\d+\n\d.* --> .*$/gm,
      '',
    )
    expect(text.replaceAll(/\s+/g, ' ')).toBe(spoken.replaceAll(/\s+/g, ' ').trim())
  })
})

describe.runIf(existsSync(shared))('DOCX samples of mammoth.js', () => {
  const none = 'there is nothing in it to read.'
  const samples: [name: string, text: string][] = [
    ['comments', 'Ouch.'],
    ['embedded-style-map', 'Walking on imported air'],
    ['empty', `AppError: empty.docx holds no words: ${none}`],
    ['endnotes', 'Ouch[i].[ii]\n\n[i] A tachyon walks into a bar.\n\n[ii] Fin.'],
    ['external-picture', '[picture]'],
    ['footnote-hyperlink', '[1]\n\n[1] Example'],
    ['footnotes', 'Ouch[1].[2]\n\n[1] A tachyon walks into a bar.\n\n[2] Fin.'],
    ['simple-list', '• Apple\n\n• Banana'],
    ['single-paragraph', 'Walking on imported air'],
    ['strict-format', 'Test'],
    ['strikethrough', 'Today’s Special: Salmon Sold out'.replace('’', "'")],
    ['tables', 'Above\n\nTop left\tTop right\n\nBottom left\tBottom right\n\nBelow'],
    ['text-box', 'Datum plane'],
    ['tiny-picture', '[picture]'],
    ['tiny-picture-target-base-relative', '[picture]'],
    ['underline', 'The Sunset Tree'],
    ['utf8-bom', 'This XML has a byte order mark.'],
  ]
  const folder = join(shared, 'mammoth/test/test-data')
  it.each(samples)('%s', async (name, text) => expect(await outcome(join(folder, `${name}.docx`))).toBe(text))
  it('are all of them', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.docx'))
    expect(files.map((file) => file.replace('.docx', '')).sort()).toEqual(samples.map(([name]) => name).sort())
  })
})
