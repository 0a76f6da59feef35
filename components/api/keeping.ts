import { request } from './client'
import { openDisk } from './disk'
import { beforeLeaving } from './leaving'
import { newName } from './new-name'
import { openOutbox } from './outbox'
import { openParting } from './parting'
import { openPresence } from './presence'
import { openChannel, openShelf } from './shelf'
import type { Beginning, TranscriptStore } from './store'
import { createTranscriptStore } from './transcript-store'
import { keepWords, type Words } from './words'

/** How long an answer may take, in milliseconds: after that the connection is as good as gone. */
const patience = 60_000

const later = (milliseconds: number, run: () => void) => {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}

/** The live store of a transcript in a browser, and what keeps its words there. */
export type Keeping = {
  readonly store: TranscriptStore
  readonly words: Words
  /** Takes up what this browser has kept, and keeps what is typed; gives what ends it once nothing is on its way any more. */
  readonly enter: () => () => void
}

/** Opens the store of one transcript. Touches nothing of the browser before `enter`: it is opened on the server too. */
export const openKeeping = (beginning: Beginning): Keeping => {
  const { actor, transcript } = beginning
  // By person too: two who sign in on one computer do not find each other's words.
  const name = `${actor.id}/${transcript.id}`
  const presence = openPresence(newName(), typeof navigator === 'undefined' ? undefined : navigator.locks)
  const shelf = openShelf({
    ...{ disk: openDisk(`${name}/`), channel: openChannel(name), later, newName },
    parting: openParting(name, presence.window, () => localStorage),
  })
  const words = keepWords(shelf, presence.window, Date.now)
  const store = createTranscriptStore(beginning, {
    request: (method, path, options) =>
      request(method, path, { signal: AbortSignal.timeout(patience), person: actor.id, ...options }),
    ...{ now: Date.now, newName, later, words },
    outbox: openOutbox(shelf, presence, 'write '),
    many: openOutbox(shelf, presence, 'many '),
    window: presence.window,
  })

  const enter = () => {
    presence.enter()
    shelf.open()
    store.resume()
    const flush = () => void shelf.flush()
    window.addEventListener('pagehide', shelf.part)
    window.addEventListener('pageshow', shelf.stay)
    document.addEventListener('visibilitychange', flush)
    const ended = beforeLeaving(shelf.flush)
    return () => {
      ended()
      window.removeEventListener('pagehide', shelf.part)
      window.removeEventListener('pageshow', shelf.stay)
      document.removeEventListener('visibilitychange', flush)
      const leave = () => {
        store.halt()
        shelf.close()
        presence.leave()
      }
      if (store.getState().saving === 0) return leave()
      const end = store.subscribe(({ saving }) => {
        if (saving > 0) return
        end()
        leave()
      })
    }
  }
  return { store, words, enter }
}
