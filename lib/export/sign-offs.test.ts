import { describe, expect, it } from 'vitest'
import { exportFormats } from '.'
import { withStanding } from './format'
import { sample } from './sample'

const written = (name: string, input = sample) =>
  [...(exportFormats.find((one) => one.name === name)?.write(input) ?? [])].join('')

describe('an approval', () => {
  const again = { ...sample.signOffs[1], at: '2031-03-14T08:00:00.000Z' } as (typeof sample.signOffs)[number]
  const cases: readonly [string, string, typeof sample.signOffs, readonly boolean[]][] = [
    ['stands while the transcript is approved', 'approved', sample.signOffs, [false, true]],
    ['falls when it is reopened', 'checking', sample.signOffs, [false, false]],
    ['falls even where it is in review again', 'in-review', sample.signOffs, [false, false]],
    ['gives way to the next one', 'approved', [...sample.signOffs, again], [false, false, true]],
  ]
  it.each(cases)('%s', (_, state, signOffs, stands) => {
    expect(withStanding(signOffs, state).map((one) => one.stands)).toEqual(stands)
  })

  const reopened = { ...sample, signOffs: withStanding(sample.signOffs, 'checking') }
  const words = 'Approved by Teodor Sand at revision 1, 12 March 2031, 12:00 UTC'
  it.each(['html', 'markdown'])('that no longer stands says so in %s', (name) => {
    expect(written(name, reopened).replaceAll('\\', '')).toContain(`${words}; reopened since`)
    expect(written(name).replaceAll('\\', '')).toContain(words)
    expect(written(name)).not.toContain('reopened since')
  })
  it('is drawn as the decision only while it stands', () => {
    expect(written('html').match(/<li class="stands">/g)).toHaveLength(1)
    expect(written('html', reopened)).not.toContain('<li class="stands">')
  })
  it('says in JSON whether it stands', () => {
    expect(JSON.parse(written('json', reopened)).signOffs[1].stands).toBe(false)
    expect(JSON.parse(written('json')).signOffs[1].stands).toBe(true)
  })
})
