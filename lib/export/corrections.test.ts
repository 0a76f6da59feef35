import { describe, expect, it } from 'vitest'
import { exportFormats } from '.'
import { annotationOn, sample } from './sample'

type More = Parameters<typeof annotationOn>[5]

const { text } = sample.revision
const start = text.indexOf('Volkov')
const turn = { do: 'relabel', speaker: 'Marant' } as const
const proposed = { from: 'Volkov', to: 'Valkov' }
const written = (name: string, kind: 'correction' | 'flag', more: More) => {
  const one = annotationOn(text, 'one', kind, start, start + 'Volkov'.length, more)
  const format = exportFormats.find((known) => known.name === name)
  return [...(format?.write({ ...sample, annotations: [one] }) ?? [])].join('')
}
/** The text of the page, without its cards. */
const page = (more: More) => written('html', 'correction', more).split('<main>')[1]?.split('class="notes"')[0] ?? ''

describe('a correction on the page', () => {
  it('strikes out words and shows others where these are proposed', () => {
    expect(page({ correction: proposed })).toMatch(/<mark class="correction">Volkov<\/mark> <ins>Valkov<\/ins>/)
  })
  it.each<[string, More]>([
    ['was accepted', { state: 'accepted', correction: proposed }],
    ['was rejected', { state: 'dismissed', correction: proposed }],
    ['was archived', { state: 'archived', correction: proposed }],
    ['is of a turn alone', { correction: { from: 'Volkov', to: 'Volkov', turn } }],
  ])('leaves the words as they are where it %s', (_, more) => {
    expect(page(more)).toMatch(/<mark class="corrected">Volkov<\/mark><sup>/)
    expect(page(more)).not.toContain('<ins>')
  })
})

describe('a correction of a turn', () => {
  const alone = { correction: { from: 'Volkov', to: 'Volkov', turn } }
  it.each(['html', 'markdown'])(
    'says in its note in %s what becomes of the turn, and on which words it was made',
    (name) => {
      const note = written(name, 'correction', alone).split(name === 'html' ? 'class="notes"' : '[^1]:')[1]
      expect(note).toMatch(/Volkov[\s\S]*Speaker: Marant/)
      expect(note).not.toMatch(/<del>|~~/)
    },
  )
  it.each([
    ['alone', alone, ',Speaker: Marant,'],
    ['with other words', { correction: { ...proposed, turn } }, ',Valkov | Speaker: Marant,'],
  ])('is told in the table, %s', (_, more, cell) => expect(written('csv', 'correction', more)).toContain(cell))
})

it.each(['html', 'markdown'])('an archived flag is not called dismissed in %s', (name) => {
  const flag = { detector: null, sort: 'name', found: 'Volkov', expected: [], reason: 'So.', tier: null, evidence: [] }
  const said = written(name, 'flag', { state: 'archived', flag: { ...flag, dismissedFor: 'Taken out' } })
  expect(said).toContain('Archived: Taken out')
  expect(said).not.toContain('Dismissed')
})
