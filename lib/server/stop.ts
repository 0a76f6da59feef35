type Step = () => void | Promise<void>

// One list per process, however many bundles load this file.
const shared = globalThis as typeof globalThis & { verbatimStop?: { steps: Step[]; done?: Promise<void> } }
shared.verbatimStop ??= { steps: [] }
const state = shared.verbatimStop

/**
 * Asks for `step` to run when the process stops; what was opened last is closed first. Event streams, listeners and workers
 * use it. Answers with a function that takes the wish back, for things that end earlier by themselves.
 */
export function onStop(step: Step): () => void {
  state.steps.push(step)
  return () => {
    const at = state.steps.lastIndexOf(step)
    if (at !== -1) state.steps.splice(at, 1)
  }
}

/** Runs every step once, each for four seconds at most; a failing step does not keep the others from running. */
export function stopAll(): Promise<void> {
  state.done ??= (async () => {
    for (let step = state.steps.pop(); step !== undefined; step = state.steps.pop()) {
      const current = step
      await Promise.race([
        Promise.resolve()
          .then(current)
          .catch(() => undefined),
        pause(4000),
      ])
    }
  })()
  return state.done
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds).unref())
}

/**
 * Stops on SIGINT, SIGTERM and SIGHUP with exit code 0. A second signal ends the process at once, but only a second after
 * the first: npm passes on the Ctrl-C that the terminal has already sent to us.
 */
export function stopOnSignals(say: (line: string) => void): void {
  // Whoever read our output may leave before us.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  let asked = 0
  const stop = () => {
    if (asked !== 0) {
      if (Date.now() - asked > 1000) process.exit(130)
      return
    }
    asked = Date.now()
    say('Stopping …')
    setTimeout(() => process.exit(1), 9500).unref()
    void stopAll().then(() => process.exit(0))
  }
  // npm passes a signal on to a shell between us, and that shell ends without passing it further: watch for being orphaned.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && asked === 0 && stop(), 500).unref()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
}
