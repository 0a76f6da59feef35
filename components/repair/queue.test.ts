import { describe, expect, it } from 'vitest'
import type { Repair, Repairs } from '@/lib/transcript/repair'
import { beginQueue, current, decide, goOn, progress, putBack, type Queue, renewed, wantsMore, withMore } from './queue'

const repair = (id: string) => ({ annotation: { id } }) as Repair
const page = (ids: string, waiting = ids.length, next: string | null = null): Repairs => ({
  ...{ revision: 2, items: [...ids].map(repair), waiting, next },
})
const start = (ids: string, waiting?: number, next?: string | null) => beginQueue(page(ids, waiting, next))
/** What is here with the one looked at in brackets, and how many wait. */
const shown = (queue: Queue) =>
  `${queue.items.map(({ annotation: { id } }, at) => (at === queue.at ? `[${id}]` : id)).join('')} ${queue.waiting}`

describe('the queue that somebody works through', () => {
  it.each<[string, Queue, string]>([
    ['begins with the first', start('abc'), '[a]bc 3'],
    ['comes up with the next where one is decided', decide(start('abc'), 'a', 'attached'), '[b]c 2'],
    ['stays where it is when one before is decided', decide(goOn(start('abc'), 1), 'a', 'archived'), '[b]c 2'],
    ['ends behind the last', decide(goOn(start('ab'), 1), 'b', 'attached'), 'a 1'],
    ['leaves one for later', goOn(start('ab'), 1), 'a[b] 2'],
    ['goes back to the one before, and not further', goOn(goOn(start('ab'), -1), -1), '[a]b 2'],
    ['ends where all are left', goOn(goOn(goOn(start('ab'), 1), 1), 1), 'ab 2'],
    ['puts back what was decided, and looks at it', putBack(decide(start('abc'), 'b', 'archived'), 'b'), 'a[b]c 3'],
    ['does nothing about what is not there', putBack(decide(start('ab'), 'x', 'archived'), 'y'), '[a]b 2'],
    ['takes in a page once', withMore(decide(start('ab', 4, 'n'), 'a', 'attached'), page('abcd', 3)), '[b]cd 3'],
    ['keeps the one looked at when it is read again', renewed(goOn(start('abc'), 1), page('xbc')), 'x[b]c 3'],
    ['goes on where somebody else decided about it', renewed(goOn(start('abc'), 1), page('ac')), 'a[c] 2'],
    [
      'puts nothing back twice that somebody else has put back',
      putBack(renewed(decide(start('ab'), 'a', 'attached'), page('ab')), 'a'),
      'a[b] 2',
    ],
  ])('%s', (_, queue, expected) => expect(shown(queue)).toBe(expected))

  it('takes back the last of two that stood in one place', () => {
    const both = decide(decide(start('abc'), 'a', 'attached'), 'b', 'archived')
    expect(shown(putBack(putBack(both, 'b'), 'a'))).toBe('[a]bc 3')
  })

  it('wants more before it ends, and says how much is left', () => {
    expect([wantsMore(start('abcd', 9, 'n')), wantsMore(start('abc', 9, 'n')), wantsMore(start('a'))]).toEqual([
      ...[false, true, false],
    ])
    const two = decide(start('abc', 12), 'a', 'attached')
    expect([progress(start('abc', 12)), progress(two)]).toEqual(['12 left', '11 of 12 left'])
    expect(progress(decide(start('abc', 1201), 'a', 'attached'))).toBe('1,200 of 1,201 left')
    expect(current(start(''))).toBeNull()
  })
})
