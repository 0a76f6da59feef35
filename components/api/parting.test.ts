import { beforeEach, describe, expect, it } from 'vitest'
import { openBrowser, settle } from './fake-browser'
import { note, openDesk, paragraph } from './fake-desk'

let browser: ReturnType<typeof openBrowser>
beforeEach(() => {
  browser = openBrowser()
})
const leave = async (...windows: readonly ReturnType<typeof browser.openWindow>[]) => {
  for (const { shelf } of windows) shelf.part()
  for (const { crash } of windows) await crash()
  await settle()
}
const next = async (name = 'next') => {
  const opened = browser.openWindow(name)
  await opened.shelf.ready
  await settle()
  return opened
}

describe('what a page could not see written when it was left', () => {
  it('is found by the next, which writes it down', async () => {
    const one = await next('one')
    browser.slow(true)
    one.shelf.putSoon('words one k', 'typed last')
    await leave(one)
    browser.slow(false)
    expect((await next()).shelf.get('words one k')).toBe('typed last')
    expect(browser.disk.get('words one k')).toBe('typed last')
    expect(browser.places.size).toBe(0)
  })

  it('is not lost to another window that is closed with it and has nothing to keep', async () => {
    const [one, other] = [await next('one'), await next('other')]
    browser.slow(true)
    one.shelf.putSoon('words one k', 'typed last')
    await leave(one, other)
    browser.slow(false)
    expect((await next()).shelf.get('words one k')).toBe('typed last')
  })

  it('does not come back where it was written after all, and sent since', async () => {
    const one = await next('one')
    one.shelf.putSoon('words one k', 'typed last')
    one.shelf.part()
    await settle()
    await one.crash()
    // Another window that was open all the time has sent it.
    browser.disk.delete('words one k')
    expect((await next()).shelf.get('words one k')).toBeUndefined()
    await settle()
    expect([...browser.disk.keys(), ...browser.places.keys()]).toEqual([])
  })

  it('takes away what was gone', async () => {
    const one = await next('one')
    await one.shelf.put('words one k', 'saved')
    browser.slow(true)
    void one.shelf.put('words one k', undefined)
    await leave(one)
    browser.slow(false)
    expect((await next()).shelf.get('words one k')).toBeUndefined()
    expect(browser.disk.size).toBe(0)
  })

  it('stands until it is on the disk, whichever page is left before', async () => {
    const one = await next('one')
    browser.slow(true)
    one.shelf.putSoon('words one k', 'typed last')
    await leave(one)
    await leave(await next('short'))
    browser.slow(false)
    expect((await next()).shelf.get('words one k')).toBe('typed last')
  })

  it('is nothing where the browser brings the page back as it was', async () => {
    const one = await next('one')
    one.shelf.putSoon('words one k', 'typed')
    one.shelf.part()
    await settle()
    one.shelf.stay()
    await settle()
    expect(browser.places.size).toBe(0)
    expect([...browser.disk.keys()]).toEqual(['words one k'])
  })

  it('does not pass for newer than it is where there is no room for the last of it', async () => {
    const one = await next('one')
    browser.slow(true)
    one.shelf.putSoon('words one k', 'old')
    one.shelf.part()
    browser.crowd(true)
    one.shelf.putSoon('words one k', 'new')
    await leave(one)
    browser.slow(false)
    expect((await next()).shelf.get('words one k')).toBeUndefined()
  })

  it('is sent once, by a window that was open all the time', async () => {
    const one = openDesk([], { browser, window: 'one' })
    const other = openDesk([], { browser, window: 'other' })
    await settle()
    browser.slow(true)
    void one.state().create({ kind: 'note', start: 24, end: 29, revision: 1, body: paragraph('New.'), tags: [] })
    await settle()
    one.part()
    browser.slow(false)
    other.say(note('n', 24))
    await one.crash()
    await settle()
    expect(other.asked.map(({ method }) => method)).toEqual(['POST'])
    expect(one.asked).toEqual([])
    const third = openDesk([], { browser, window: 'third' })
    await settle()
    expect(third.asked).toEqual([])
    expect(third.state().unsent).toEqual([])
  })
})
