import { type Benchmark, interleave, type Row, rowOf } from '../measure'
import type { Bare, Sample } from './bare'
import { notes, startDesk, writers } from './desk'
import type { Load, Loaded } from './load'
import { startWorker } from './worker'

const seconds = 3
const warmUp = 2
const rounds = 5

const rate = ({ answers, seconds: took }: Loaded) => answers / took

const annotationsOf = (transcripts: readonly string[]) =>
  transcripts.map((id) => `/api/v1/transcripts/${id}/annotations`)

/** Fifty people who annotate through the built server, beside `pg` alone and beside a route that does nothing but ask who is there. */
export const api: Benchmark = {
  name: 'api',
  about: `${writers} clients creating annotations over HTTP`,
  run: async (say) => {
    const desk = await startDesk()
    const load = startWorker<Load>('load.ts')
    const bare = startWorker<Bare>('bare.ts')
    const { port, cookies, url } = desk
    const create = (transcripts: readonly string[], time: number) => {
      const sent = { method: 'POST', paths: annotationsOf(transcripts), bodies: notes, expects: 201 } as const
      return load.tell({ port, cookies, seconds: time, ...sent })
    }
    // The least that a route does: the session is looked up, and then the address names nothing.
    const nothing = '/api/v1/annotations/none'
    const ask = (time: number) =>
      load.tell({ port, cookies, seconds: time, method: 'GET', paths: [nothing], bodies: [], expects: 404 })
    await create(desk.ours, 0.1)
    const made = await fetch(`http://127.0.0.1:${port}${annotationsOf(desk.ours)[0]}?limit=1`, {
      headers: { Cookie: cookies[0] ?? '' },
    })
    const sample = ((await made.json()) as { items: Sample[] }).items[0] as Sample
    const write = (transcripts: readonly string[], time: number) =>
      bare.tell({ url, clients: writers, seconds: time, transcripts, authors: desk.people, sample })

    const measure = async (name: string, ours: readonly string[], bares: readonly string[]): Promise<Row[]> => {
      await create(ours, warmUp)
      await write(bares, warmUp)
      await ask(warmUp)
      const taken = await interleave(rounds, {
        ours: async () => rate(await create(ours, seconds)),
        bare: async () => rate(await write(bares, seconds)),
        session: async () => rate(await ask(seconds)),
      })
      say(
        `${name}: ours ${taken.ours.map(Math.round)}, bare pg ${taken.bare.map(Math.round)}, session only ${taken.session.map(Math.round)}`,
      )
      const row = { name: `annotations created, ${name}`, unit: 'per second', ours: taken.ours } as const
      return [
        rowOf({ ...row, peer: taken.bare, peerName: 'bare pg' }),
        rowOf({ ...row, peer: taken.session, peerName: 'session only' }),
      ]
    }
    const rows = [
      ...(await measure('one transcript', desk.ours.slice(0, 1), desk.bares.slice(0, 1))),
      ...(await measure('fifty transcripts', desk.ours, desk.bares)),
    ]
    load.stop()
    bare.stop()
    return rows
  },
}
