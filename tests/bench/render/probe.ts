import { readTextDom } from '@/components/transcript/text-dom'
import type { Peer } from './peer-page'

// In the browser, before anything of the page: what times and counts what is seen. The same for us and the peer.

/** Ids of marks on the first screen: some that the filter hides, and one that stays. */
export type Wanted = {
  /** Where the last paragraph of the first screen begins. */
  readonly paragraph: number
  readonly marks: readonly string[]
  readonly hidden: readonly string[]
  readonly kept: string
}

/** Milliseconds since the navigation began, once a frame in which `holds` is true has been drawn. */
const drawn = (holds: () => boolean): Promise<number> =>
  new Promise((done) => {
    const look = () => {
      if (!holds()) return requestAnimationFrame(look)
      // Behind this frame's layout and paint.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => done(performance.now())
      port2.postMessage(null)
    }
    requestAnimationFrame(look)
  })

/** When the page showed its first words, in milliseconds since the navigation began; told a moment after it has. */
const firstShown = (): Promise<number> =>
  new Promise((done) => {
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') done(startTime)
    }).observe({ type: 'paint', buffered: true })
  })

/** How long it takes from an action until what it brings is drawn. */
const took = async (act: () => void, holds: () => boolean): Promise<number> => {
  const begun = performance.now()
  act()
  return (await drawn(holds)) - begun
}

const peer = (): Peer | undefined => (window as unknown as { peer?: Peer }).peer
const article = () => document.querySelector('article') as HTMLElement
const shown = (id: string): boolean =>
  document.querySelector(`mark[data-id="${id}"], .r6o-annotation[data-annotation="${id}"]`) !== null

/** When the first screen's text, and that text with its marks, was drawn. */
const watchFirstScreen = ({ paragraph, marks }: Wanted) => ({
  text: drawn(() => document.querySelector(`[data-s="${paragraph}"]`) !== null),
  // The length is known without a search through a million words.
  painted: drawn(() => document.getElementsByTagName('mark').length + spans.length > 0 && marks.every(shown)),
})
const spans = document.getElementsByClassName('r6o-annotation')

const chip = () =>
  [...document.querySelectorAll<HTMLElement>('[aria-label="Filter the annotations"] button')].find((button) =>
    button.textContent?.startsWith('Notes'),
  )
const filter = (only: boolean) => {
  const the = peer()
  if (the) the.onlyNotes(only)
  else chip()?.click()
}

/** Hides everything but the notes, and shows it again. */
const filtering = async ({ hidden, kept }: Wanted): Promise<readonly number[]> => {
  const hiding = await took(
    () => filter(true),
    () => !hidden.some(shown) && shown(kept),
  )
  await rest()
  const showing = await took(
    () => filter(false),
    () => hidden.every(shown),
  )
  await rest()
  return [hiding, showing]
}

/** Selects some words, and annotates them: by its key on our page, by the peer's own call on its. */
const highlighting = async (start: number, end: number): Promise<number> => {
  const the = peer()
  if (the) {
    let id = ''
    return took(
      () => {
        id = the.add(start, end)
      },
      () => shown(id),
    )
  }
  const range = readTextDom(article()).range({ start, end }) as Range
  const paragraph = range.startContainer.parentElement?.closest('[data-s]') as HTMLElement
  const ids = () => [...paragraph.querySelectorAll<HTMLElement>('mark')].map((mark) => mark.dataset.id)
  const before = new Set(ids())
  document
    .getSelection()
    ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
  await drawn(() => document.querySelector('[aria-label="Annotate the selection"]') !== null)
  await rest()
  return took(
    () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'h', bubbles: true, cancelable: true })),
    () => ids().some((id) => !before.has(id)),
  )
}

const points = 1_000

/** Milliseconds to learn which mark lies under a point of the screen. */
const hitting = (): number => {
  const box = article().getBoundingClientRect()
  const [top, bottom] = [Math.max(box.top, 60), Math.min(box.bottom, innerHeight) - 40]
  const the = peer()
  const begun = performance.now()
  let hits = 0
  for (let at = 0; at < points; at += 1) {
    const x = box.left + ((at * 37) % 100) * (box.width / 100)
    const y = top + ((at * 61) % 100) * ((bottom - top) / 100)
    const hit = the ? the.at(x, y) : document.elementFromPoint(x, y)?.closest('[data-id]')
    if (hit) hits += 1
  }
  const each = (performance.now() - begun) / points
  if (hits === 0) throw new Error('no point hit a mark')
  return each
}

const scrollTime = 3_000
/** Three frames of sixty a second, and a little for the clock. */
const long = 51

/** Scrolls from the top to the bottom in three seconds; gives how many frames there were, how many of them too long, and the longest. */
const scrolling = () =>
  new Promise<{ frames: number; long: number; worst: number }>((done) => {
    const page = document.scrollingElement as Element
    const gaps: number[] = []
    let begun = 0
    let last = 0
    const step = (now: number) => {
      if (begun === 0) begun = now
      else gaps.push(now - last)
      last = now
      const part = Math.min(1, (now - begun) / scrollTime)
      page.scrollTop = part * (page.scrollHeight - innerHeight)
      if (now - begun < scrollTime + 200) requestAnimationFrame(step)
      else done({ frames: gaps.length, long: gaps.filter((gap) => gap > long).length, worst: Math.max(...gaps) })
    }
    requestAnimationFrame(step)
  })

/** Resolves once the page has been idle for a moment. */
const rest = (): Promise<void> =>
  new Promise((done) => {
    setTimeout(() => requestIdleCallback(() => done(), { timeout: 2_000 }), 250)
  })

/** What is done to a correction, and what the paragraph at an offset of the text says then, or says no longer. */
export type Deciding = {
  /** Null comes back to the window instead. */
  readonly key: string | null
  readonly paragraph: number
  readonly words: string
  readonly there: boolean
}

/** How long it takes until a decision is drawn: from the key, and from the desk's answer to it. */
const deciding = async ({
  key,
  paragraph,
  words,
  there,
}: Deciding): Promise<readonly [whole: number, painted: number]> => {
  const ask = window.fetch
  let answered = 0
  window.fetch = async (...given) => {
    const answer = await ask(...given)
    if (String(given[0]).endsWith('/corrections')) answered = performance.now()
    return answer
  }
  const whole = await took(
    () => {
      if (key === null) window.dispatchEvent(new Event('focus'))
      else document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    },
    () => document.querySelector(`[data-s="${paragraph}"]`)?.textContent?.includes(words) === there,
  )
  window.fetch = ask
  return [whole, performance.now() - answered]
}

const probe = {
  deciding,
  firstShown,
  watchFirstScreen,
  filtering,
  highlighting,
  hitting,
  scrolling,
  rest,
  isPeer: () => peer() !== undefined,
}
export type Probe = typeof probe
Object.assign(window, { probe })
