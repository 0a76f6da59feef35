import { expect, test } from 'vitest'
import { safePath } from './safe-path'

test.each([
  ['/desks/foreign?q=a#b', '/desks/foreign?q=a#b'],
  ['/transcripts/1', '/transcripts/1'],
  [undefined, '/'],
  ['', '/'],
  [['/a', '/b'], '/'],
  ['https://elsewhere.example/', '/'],
  ['//elsewhere.example/', '/'],
  ['/\\elsewhere.example', '/'],
  ['/\t/elsewhere.example', '/'],
  ['javascript:alert(1)', '/'],
  ['desks', '/'],
])('%j leads to %s', (given, path) => expect(safePath(given)).toBe(path))
