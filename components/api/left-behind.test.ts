import { expect, it } from 'vitest'
import { leftBehind } from './left-behind'

const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'New.' }] }] }
const input = { kind: 'note', exact: 'words', body }

it('names what was written about one transcript, each thing once, and what it says', () =>
  expect(
    leftBehind(
      [
        [
          't/write n1',
          { key: 'new:note:1-2', what: 'New note', act: { do: 'create', input }, typed: { values: 'As typed.' } },
        ],
        ['t/words w1 new:note:1-2', { values: 'As typed.', at: 1, of: 'n1' }],
        ['t/words w1 reply:a', { values: { body: 'A reply.' }, at: 1 }],
        ['t/words w1 transcript:state', { values: { reason: 'Not yet.' }, at: 1 }],
        ['t/many n2', { key: 'many:n2', what: 'A change', step: { verb: 'dismiss', reason: 'A name.' } }],
        ['u/write n3', { key: 'x', what: 'New note', act: { do: 'create', input } }],
      ],
      't',
    ),
  ).toEqual([
    { name: 't/write n1', what: 'New note', on: 'words', typed: 'As typed.' },
    { name: 't/many n2', what: 'A change', typed: 'A name.' },
    { name: 't/words w1 reply:a', what: 'Reply', typed: { body: 'A reply.' } },
  ]))
