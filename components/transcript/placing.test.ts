import { expect, test } from 'vitest'
import { nearest } from './placing'

/** Marks of one line each, so many lines apart. */
const lines = (count: number, apart = 10) =>
  Array.from({ length: count }, (_, at) => ({ id: `${at}`, top: at * apart, height: 10 }))
const span = (marks: readonly { readonly id: string }[]) => `${marks[0]?.id}–${marks.at(-1)?.id}`

test.each([
  ['all are told of where they are few', lines(48), { top: 0, centre: null }, '0–47', []],
  ['of many, those from the top of the screen on', lines(60), { top: 60, centre: null }, '6–53', ['54', '55']],
  ['none is left out before the last', lines(60), { top: 400, centre: null }, '12–59', []],
  ['the chosen one changes nothing where it is among them', lines(60), { top: 0, centre: '40' }, '0–47', ['48', '49']],
  ['around the chosen one where it would be left out', lines(60), { top: 0, centre: '49' }, '12–59', ['0', '…', '11']],
  ['a chosen one out of reach changes nothing', lines(60), { top: 0, centre: 'far' }, '0–47', ['48', '49']],
] as const)('%s', (_, marks, view, near, beyond) => {
  const told = nearest(marks, { screen: 500, ...view })
  expect(span(told.near)).toBe(near)
  const said = told.beyond.length > 2 ? [told.beyond[0], '…', told.beyond.at(-1)] : told.beyond
  expect(said).toEqual(beyond)
})
