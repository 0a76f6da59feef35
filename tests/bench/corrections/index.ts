import type { Corrected } from '@/lib/transcript/corrected'
import { type Benchmark, rowOf } from '../measure'
import { seed } from '../render/seed'
import { sessionCookie, startServing } from '../serving'
import { measureShown } from './shown'

const size = { words: 1_000_000, annotations: 20_000, runs: 5 } as const
const named = `${size.words.toLocaleString('en')} words, ${size.annotations.toLocaleString('en')} annotations`

/** How long an editor waits for the answer when a word near the beginning of a long text is corrected, and when that is undone. */
export const corrections: Benchmark = {
  name: 'corrections',
  about: `accepting and undoing a correction over HTTP, ${named}`,
  run: async (say) => {
    const serving = await startServing(1)
    const { id, text, turns } = await seed(serving, size)
    const post = async <T>(path: string, body: object): Promise<{ readonly value: T; readonly ms: number }> => {
      const headers = {
        ...{ 'content-type': 'application/json', origin: serving.address },
        cookie: `${sessionCookie}=${serving.sessions[0]}`,
      }
      const begun = performance.now()
      const answer = await fetch(`${serving.address}/api/v1/transcripts/${id}/${path}`, {
        ...{ method: 'POST', headers, body: JSON.stringify(body) },
      })
      const value = await answer.json()
      if (!answer.ok) throw new Error(JSON.stringify(value))
      return { value: value as T, ms: performance.now() - begun }
    }
    const start = text.indexOf(' harbour ', 1_000) + 1
    const [accepted, undone]: [number[], number[]] = [[], []]
    let revision = 1
    const proposal = { kind: 'correction', revision, start, end: start + 7, correction: { to: 'harbours' } }
    const { value: made } = await post<{ id: string }>('annotations', proposal)
    for (let run = 0; run <= size.runs; run += 1) {
      const accept = await post<Corrected>('corrections', { action: 'accept', ids: [made.id], revision })
      const undo = await post<Corrected>('corrections', { action: 'undo', revision: accept.value.revision })
      revision = undo.value.revision
      say(`accepted in ${accept.ms.toFixed(0)} ms, undone in ${undo.ms.toFixed(0)} ms`)
      // The first one reads the text from the database.
      if (run > 0) accepted.push(accept.ms)
      if (run > 0) undone.push(undo.ms)
    }
    const page = {
      address: `${serving.address}/transcripts/${id}`,
      cookie: { name: sessionCookie, value: serving.sessions[0] ?? '' },
    }
    const paragraph = turns.findLast((turn) => (turn.label?.start ?? turn.start) <= start)
    const shown = await measureShown(page, {
      ...{
        annotation: made.id,
        paragraph: paragraph?.label?.start ?? paragraph?.start ?? 0,
        words: 'harbours',
        runs: size.runs,
      },
    })
    say(`painted ${shown.painted.map(Math.round)} ms after the answer`)
    return [
      rowOf({ name: `correction accepted, ${named}`, unit: 'ms', ours: accepted }),
      rowOf({ name: `correction undone, ${named}`, unit: 'ms', ours: undone }),
      rowOf({ name: `correction painted after the answer, ${named}`, unit: 'ms', ours: shown.painted }),
      rowOf({ name: `correction painted after the key, ${named}`, unit: 'ms', ours: shown.whole }),
      rowOf({
        name: `correction painted in another window after its focus, ${named}`,
        unit: 'ms',
        ours: shown.elsewhere,
      }),
    ]
  },
}
