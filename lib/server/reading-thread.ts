import { parentPort } from 'node:worker_threads'
import { type Given, type Outcome, readHere } from '@/lib/data/reading'

/** What a reading thread answers: the share that is done, what came of it, or where its code broke. */
export type Told =
  | { readonly share: number }
  | { readonly outcome: Outcome }
  | { readonly fault: { readonly name: string; readonly stack: string } }

// Input comes by message: what Turbopack makes of a thread gets no workerData.
const port = parentPort
port?.on('message', async (given: Given) => {
  const tell = (told: Told) => port.postMessage(told)
  try {
    tell({ outcome: await readHere(given, { progress: (share) => tell({ share }) }) })
  } catch (error) {
    const { name, stack = '' } = error instanceof Error ? error : new Error(String(error))
    tell({ fault: { name, stack } })
  }
})
