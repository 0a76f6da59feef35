import { Worker } from 'node:worker_threads'
import { type Given, type Outcome, type Reader, readWith, smallBytes } from '@/lib/data/reading'
import type { Problem } from '@/lib/errors'
import { log } from './log'
import { openPlaces } from './places'
import type { Told } from './reading-thread'
import { onStop } from './stop'

/**
 * How far a reading may go. `seconds` are of the wall clock, from when a thread takes it up. `megabytes` bound the heap of
 * its thread; what readers hold outside of it (unpacked bytes) they bound themselves.
 */
export type ReadingLimits = { readonly seconds: number; readonly megabytes: number; readonly threads: number }

const usual: ReadingLimits = { seconds: 120, megabytes: 1_024, threads: 4 }

/** An idle thread keeps its memory for the next reading this long, in milliseconds. */
const idleFor = 60_000

/** What Node says of a thread that went beyond its limits. */
const outOfMemory = 'ERR_WORKER_OUT_OF_MEMORY'
const down = 'brought its reader down'

type Thread = { readonly worker: Worker; timer?: NodeJS.Timeout }

const refusal = (problem: Problem, message: string): Outcome => ({ refused: { problem, message, extras: {} } })

const spoken = ({ name, pasted }: Given) => (pasted === undefined ? name : 'The text')

const tooHard = (given: Given, what: string) => {
  // A newer version is one text, as the one before it is.
  const next = given.before
    ? 'Save its words as a text file (.txt), and upload that.'
    : 'Split it, or save its words as a text file (.txt), and import that.'
  const message = `${spoken(given)} ${what}, so reading it was given up and nothing of it was stored. ${next}`
  return refusal('too-large', message)
}

/** Whether reading it is short work: what it is compared with counts too. */
const isSmall = ({ bytes, before }: Given): boolean => bytes.length + (before?.text.length ?? 0) <= smallBytes

/**
 * Threads that read what is given, a few at most; whoever finds no place waits. What brings a thread down, or keeps it
 * longer than the limit, is refused with a sentence and costs only that thread.
 */
export const openReading = (limits: ReadingLimits = usual) => {
  const idle: Thread[] = []
  let closed = false
  const all = new Set<Thread>()
  const { inPlace } = openPlaces(limits.threads)

  const end = (thread: Thread) => {
    clearTimeout(thread.timer)
    all.delete(thread)
    const at = idle.indexOf(thread)
    if (at !== -1) idle.splice(at, 1)
    return thread.worker.terminate()
  }
  const start = (): Thread => {
    const worker = new Worker(new URL('./reading-worker.mjs', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    })
    const thread: Thread = { worker }
    all.add(thread)
    // Unheard, a thread that falls while idle would end the process.
    worker.on('error', () => void end(thread))
    return thread
  }
  const rest = (thread: Thread) => {
    thread.worker.unref()
    thread.timer = setTimeout(() => void end(thread), idleFor).unref()
    idle.push(thread)
  }

  const readIn = (thread: Thread, given: Given, { progress, signal }: Parameters<Reader>[1]) =>
    new Promise<Outcome>((resolve, reject) => {
      const { worker } = thread
      clearTimeout(thread.timer)
      worker.ref()
      const settle = (settled: () => void, healthy = false) => {
        clearTimeout(limit)
        signal?.removeEventListener('abort', stop)
        worker.off('message', hear).off('error', fall).off('exit', leave)
        if (healthy) rest(thread)
        else void end(thread)
        settled()
      }
      const hear = (told: Told) => {
        if ('share' in told) return progress?.(told.share)
        if ('outcome' in told) return settle(() => resolve(told.outcome), true)
        log.error(told.fault, 'a reader broke on a file')
        const message = `${spoken(given)} could not be read: its reader broke on it, and nothing of it was stored. It may be damaged: open it in the program it comes from, save it again, and ${given.before ? 'upload' : 'import'} that.`
        settle(() => resolve(refusal('invalid', message)))
      }
      const fall = (error: Error & { code?: string }) => {
        log.warn({ code: error.code, name: error.name }, 'a reading thread fell')
        const why = error.code === outOfMemory ? 'takes more memory to read than one file may' : down
        settle(() => resolve(tooHard(given, why)))
      }
      const leave = () =>
        // Threads that the server itself ends say nothing about the file.
        settle(() => (closed ? reject(new Error('the server stops')) : resolve(tooHard(given, down))))
      const stop = () => settle(() => reject(signal?.reason))
      const limit = setTimeout(
        () => settle(() => resolve(tooHard(given, `takes longer than ${limits.seconds} seconds to read`))),
        limits.seconds * 1_000,
      )
      worker.on('message', hear).on('error', fall).on('exit', leave)
      signal?.addEventListener('abort', stop, { once: true })
      if (signal?.aborted) return stop()
      worker.postMessage(given)
    })

  const read: Reader = (given, watch, whose) => {
    const claim = { ...whose, small: isSmall(given) }
    return inPlace(claim, () => readIn(idle.pop() ?? start(), given, watch), watch.signal)
  }
  const close = async () => {
    closed = true
    await Promise.all([...all].map(end))
  }
  return { read, close } as const
}

/** From now on this process reads files in threads of their own, until it stops. */
export const startReading = (): void => {
  const { read, close } = openReading()
  readWith(read)
  onStop(close)
}
