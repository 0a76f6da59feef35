import { expect, it } from 'vitest'
import { Metadata, Title } from './transcript'

it.each([
  ['en', true],
  ['pt-BR', true],
  ['zh-Hant-TW', true],
  ['und', true],
  ['english', true],
  ['English, mostly', false],
  ['en_GB', false],
  ['en-aa-aa', false],
  ['en-u', false],
  ['', false],
])('the language %j can be given: %s', (language, accepted) => {
  expect(Metadata.safeParse({ language }).success).toBe(accepted)
  // What is accepted has a name, or every export of the transcript would break off.
  if (accepted) expect(() => new Intl.DisplayNames('en', { type: 'language' }).of(language)).not.toThrow()
})

it('says in words when a line is too long', () => {
  const said = 'Keep this under 300 characters.'
  expect(Title.safeParse('a'.repeat(301)).error?.issues).toMatchObject([{ message: said }])
  expect(Title.safeParse('a'.repeat(300)).success).toBe(true)
})
