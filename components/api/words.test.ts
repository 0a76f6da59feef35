import { describe, expect, it } from 'vitest'
import { openBrowser, settle } from './fake-browser'
import { begunOf, formOf, keepWords, wordsOf } from './words'

const draft = { kind: 'note', start: 0, end: 4, exact: 'Nine' } as const

describe('keys', () => {
  it.each([
    { id: 'a', part: 'annotation' },
    { id: 'a', part: 'reply', item: 'r' },
  ] as const)('name the form they came from', (editing) => {
    expect(formOf(wordsOf.editing(editing))).toEqual(editing)
  })

  it.each([wordsOf.draft(draft), 'remove:a', 'transcript:state', ''])('without a form name none: %s', (key) => {
    expect(formOf(key)).toBeNull()
  })
})

/** The words of one person on one transcript, in windows of one browser. */
const open = () => {
  const browser = openBrowser()
  let time = 1_000_000_000_000
  const window = (name: string) => {
    const { shelf, crash } = browser.openWindow(name)
    return { ...keepWords(shelf, name, () => ++time), shelf, crash }
  }
  return {
    ...browser,
    window,
    /** A page that is opened once what was typed has been written down. */
    next: async (name: string) => {
      browser.wait()
      await settle()
      const opened = window(name)
      await opened.shelf.ready
      return opened
    },
    pass: (days: number) => {
      time += days * 86_400_000
    },
  }
}
const typed = { values: 'Nine points', draft }
const key = wordsOf.draft(draft)

describe('kept words', () => {
  it('outlive the page', async () => {
    const { window, next } = open()
    window('a').keep(key, typed)
    const after = await next('b')
    expect(after.read(key)?.values).toBe('Nine points')
    expect(after.drafts()).toEqual([draft])
  })

  it('outlive a crash but for the last moment', async () => {
    const { window, next, wait } = open()
    const here = window('a')
    here.keep(key, typed)
    wait()
    here.keep(key, { values: 'Nine points, and this', draft })
    await here.crash()
    expect((await next('b')).read(key)?.values).toBe('Nine points')
  })

  it('are written down at once where the page is left', async () => {
    const { window, disk } = open()
    const here = window('a')
    here.keep(key, typed)
    void here.shelf.flush()
    await settle()
    expect(disk.size).toBe(1)
  })

  it('are gone once forgotten, with what they were written on from', async () => {
    const { window, next, disk } = open()
    window('a').keep(key, typed)
    const second = await next('b')
    second.read(key)
    second.keep(key, { values: 'Nine points, and', draft })
    const third = await next('c')
    third.read(key)
    third.keep(key, { values: 'Nine points, and more', draft })
    third.forget(key)
    await settle()
    expect(disk.size).toBe(0)
  })

  it('of two windows do not take each other away', async () => {
    const { window, next } = open()
    const [here, there] = [window('a'), window('b')]
    here.keep('reply:a', { values: 'Mine' })
    there.keep('reply:a', { values: 'Of the other window' })
    here.forget('reply:a')
    expect(there.read('reply:a')?.values).toBe('Of the other window')
    expect((await next('c')).read('reply:a')?.values).toBe('Of the other window')
  })

  it('of another window are told of where they differ, and can be taken', async () => {
    const { window, wait } = open()
    const [here, there] = [window('a'), window('b')]
    await settle()
    here.keep('reply:a', { values: 'Mine' })
    expect(here.elsewhere('reply:a')).toBeUndefined()
    there.keep('reply:a', { values: 'Theirs' })
    wait()
    expect(here.elsewhere('reply:a')?.values).toBe('Theirs')
    here.takeElsewhere('reply:a')
    expect(here.read('reply:a')?.values).toBe('Theirs')
    expect(here.elsewhere('reply:a')).toBeUndefined()
  })

  it('that another window saved are begun no longer', async () => {
    const { window, wait } = open()
    const [here, there] = [window('a'), window('b')]
    await settle()
    there.keep(key, typed)
    wait()
    expect(here.drafts()).toEqual([draft])
    there.forget(key)
    await settle()
    expect(here.drafts()).toEqual([])
  })

  it('stay in memory where there is no room, which is said, and are written down once there is', async () => {
    const { window, fill, wait, disk } = open()
    fill(() => true)
    const here = window('a')
    here.keep(key, typed)
    wait()
    await settle()
    expect(here.isFull()).toBe(true)
    expect(here.read(key)?.values).toBe('Nine points')
    fill(() => false)
    wait()
    await settle()
    expect(here.isFull()).toBe(false)
    expect(disk.size).toBe(1)
  })

  it('that are too long keep no others from being written down', async () => {
    const { window, fill, wait, disk } = open()
    fill((at) => at.endsWith('reply:long'))
    const here = window('a')
    here.keep('reply:long', { values: 'x' })
    here.keep('reply:short', { values: 'y' })
    wait()
    await settle()
    expect([...disk.keys()].map((at) => at.split(' ')[2])).toEqual(['reply:short'])
  })

  it('that nobody came back to for thirty days are thrown away', async () => {
    const { window, next, pass, disk } = open()
    window('a').keep(key, typed)
    pass(29)
    expect((await next('b')).read(key)?.values).toBe('Nine points')
    pass(2)
    const after = await next('c')
    await settle()
    expect(after.read(key)).toBeUndefined()
    expect(disk.size).toBe(0)
  })

  it('about what had no name yet follow it to its own', () => {
    const here = open().window('a')
    here.keep('reply:saving-1', { values: 'Yes' })
    here.rename('saving-1', 'n')
    expect(here.read('reply:n')?.values).toBe('Yes')
    expect(here.keys()).toEqual(['reply:n'])
  })

  it('of two windows about what had no name yet both follow it', async () => {
    const { window, next } = open()
    const here = window('a')
    const there = window('b')
    await here.shelf.ready
    await there.shelf.ready
    here.keep('reply:saving-1', { values: 'Ye' })
    await here.shelf.flush()
    there.keep('reply:saving-1', { values: 'Yes, older' })
    await there.shelf.flush()
    here.keep('reply:saving-1', { values: 'Yes, and on' })
    here.rename('saving-1', 'n')
    expect(here.read('reply:n')?.values).toBe('Yes, and on')
    expect(here.elsewhere('reply:n')?.values).toBe('Yes, older')
    expect((await next('c')).read('reply:n')?.values).toBe('Yes, and on')
  })

  it.each(['text', null, [], {}, 7])('that were spoilt count as none: %s', async (value) => {
    const { window, disk } = open()
    disk.set('words w reply:a', value)
    const here = window('a')
    await here.shelf.ready
    expect(here.read('reply:a')).toBeUndefined()
  })
})

describe('what was begun and is not saved', () => {
  it('is every form with words in it, but what the list of failures names', () => {
    const keys = ['new:note:1-2', 'new:flag:3-4', 'annotation:a', 'reply:a:r', wordsOf.step]
    expect(begunOf(keys, [{ key: 'new:flag:3-4' }])).toEqual(['new:note:1-2', 'annotation:a', 'reply:a:r'])
  })

  it('is told of as it is typed and as it is saved', () => {
    const words = open().window('a')
    const heard: (readonly string[])[] = []
    const end = words.onChange(() => heard.push(words.keys()))
    words.keep('annotation:a', { values: 'Mine.' })
    words.forget('annotation:a')
    end()
    words.keep('annotation:b', { values: 'Mine.' })
    expect(heard).toEqual([['annotation:a'], []])
  })
})
