import type { Watch } from './format'

/** A turn of the event loop: a message that asks to stop can arrive. */
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Throws the signal's reason once it has been aborted. */
export const heed = ({ signal }: Watch): void => signal?.throwIfAborted()

/** A part of a watched reading: what it tells as 0 to 1 is told on as `from` to `to`. */
export const within = ({ progress, signal }: Watch, from: number, to: number): Watch => ({
  signal,
  progress: progress && ((share) => progress(from + (to - from) * share)),
})

/**
 * Called with how far a reading of `total` has come. Once in every `step` it gives a promise: awaited, it tells the
 * progress, lets other work run and throws when the reading is to stop. A step takes about a fiftieth of a second.
 */
export const pacer = (watch: Watch, total: number, step: number): ((done: number) => Promise<void> | undefined) => {
  let next = step
  return (done) => {
    if (done < next) return undefined
    next = done + step
    watch.progress?.(total > 0 ? Math.min(1, done / total) : 0)
    return breathe().then(() => heed(watch))
  }
}

/** Between two long steps: tells the progress, lets other work run and throws when the reading is to stop. */
export const pause = async (watch: Watch, share: number): Promise<void> => {
  watch.progress?.(share)
  await breathe()
  heed(watch)
}
