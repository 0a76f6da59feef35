import type { Annotation, Mark } from '@/lib/annotation/annotation'
import type { Body } from '@/lib/annotation/body'
import { openOnly } from '@/lib/annotation/filter'
import type { TranscriptSummary } from '@/lib/transcript/transcript'
import type { request } from './client'
import { openBrowser } from './fake-browser'
import { openOutbox } from './outbox'
import { createTranscriptStore } from './transcript-store'
import { keepWords } from './words'

/** For tests of the store: a desk whose answers each case gives, in its own time. */

export const person = (id: string, name: string) => ({ id, name, kind: 'person' as const })
export const at = '2031-03-11T09:00:00.000Z'

export const paragraph = (text: string): Body => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

/** A note of five characters at `start`. */
export const note = (id: string, start: number, more: Partial<Annotation> = {}): Annotation => ({
  id,
  transcriptId: 't',
  kind: 'note',
  state: 'open',
  version: 1,
  anchor: { revision: 1, start, end: start + 5, exact: 'words', prefix: '', suffix: '' },
  start,
  end: start + 5,
  placed: 'exact',
  author: person('p1', 'Teodor Sand'),
  body: paragraph('First.'),
  tags: [],
  replies: [],
  createdAt: at,
  updatedAt: at,
  ...more,
})

export const page = (...items: unknown[]) => ({ items, next: null })

type Asked = {
  readonly method: string
  readonly path: string
  readonly body?: unknown
  readonly version?: number
  readonly name?: string
}

/** Who looks at the transcript, in which window of which browser. */
type From = { readonly browser?: ReturnType<typeof openBrowser>; readonly window?: string }

/** A store of these marks, and the desk behind it. */
export const openDesk = (marks: readonly Mark[], { browser = openBrowser(), window = 'w1' }: From = {}) => {
  const asked: Asked[] = []
  const answers: (() => unknown)[] = []
  const send: typeof request = async <T>(method: string, path: string, options = {}) => {
    asked.push({ method, path, ...options })
    const answer = answers.shift()
    if (!answer) throw new Error(`Nothing to answer ${method} ${path}`)
    return (await answer()) as T
  }
  const { shelf, presence, later: onTime, crash } = browser.openWindow(window)
  const waits: number[] = []
  const later: typeof onTime = (milliseconds, run) => {
    waits.push(milliseconds)
    return onTime(milliseconds, run)
  }
  let time = Date.parse(at)
  const painted: { changed: string[]; removed: string[] }[] = []
  const words = keepWords(shelf, window, () => ++time)
  let names = 0
  const store = createTranscriptStore(
    {
      transcript: { id: 't', version: 1, state: 'draft', desk: { id: 'd' } } as TranscriptSummary,
      revision: 1,
      actor: { id: 'p1', name: 'Teodor Sand', administrator: false, roles: { d: 'editor' } },
      marks: { change: 10, revision: 1, marks, people: { p1: 'Teodor Sand' } },
      complete: true,
      filter: openOnly,
      codebook: [],
    },
    {
      request: send,
      now: () => time,
      newName: () => `${window}-${++names}`,
      later,
      outbox: openOutbox(shelf, presence, 'write '),
      many: openOutbox(shelf, presence, 'many '),
      window,
      words,
    },
  )
  store.onMarks((changed, removed) => painted.push({ changed: changed.map(({ id }) => id), removed: [...removed] }))
  store.resume()
  /** The next answers, in order; an error is thrown. */
  const say = (...given: unknown[]) => {
    for (const one of given)
      answers.push(() => {
        if (one instanceof Error) throw one
        return one
      })
  }
  return {
    asked,
    /** How long each timer of the store was to wait, in milliseconds. */
    waits,
    painted,
    words,
    store,
    state: store.getState,
    say,
    /** The next answer is held back until what this gives is called with it. */
    hold: () => {
      let settle = (_: unknown) => {}
      const held = new Promise((resolve) => {
        settle = resolve
      })
      answers.push(() => held)
      return settle
    },
    wait: browser.wait,
    /** The page is left, with as much time as that gives. */
    part: shelf.part,
    crash,
    /** Lets hours pass, with nothing happening in them. */
    later: (hours: number) => {
      time += hours * 3_600_000
    },
    load: async (...annotations: readonly Annotation[]) => {
      say(page(...annotations))
      await store.getState().load(annotations.map(({ id }) => id))
    },
  }
}

export type Desk = ReturnType<typeof openDesk>
