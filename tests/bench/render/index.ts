import { type Benchmark, interleave, type Row, rowOf } from '../measure'
import { sessionCookie, startServing } from '../serving'
import { servePeer } from './peer-server'
import { type Seeded, type Size, seed, takeAdded } from './seed'
import { buildProbe, scriptsOf, type Visit, visit } from './visit'

const sizes: readonly Size[] = [
  { words: 10_000, annotations: 5_000, runs: 5 },
  { words: 100_000, annotations: 5_000, runs: 5 },
  { words: 1_000_000, annotations: 20_000, runs: 3 },
]

/** The sizes to measure: all, or those whose numbers of words stand in RENDER_WORDS, with commas between them. */
const chosen = (): readonly Size[] => {
  const named = process.env.RENDER_WORDS?.split(',').map(Number)
  const some = sizes.filter(({ words }) => named?.includes(words) ?? true)
  if (some.length > 0) return some
  throw new RangeError(`RENDER_WORDS names no size. There is ${sizes.map(({ words }) => words).join(', ')}.`)
}

const figures = [
  ['text', 'ms', ({ text }) => [text]],
  ['highlights painted', 'ms', ({ painted }) => [painted]],
  ['new highlight', 'ms', ({ added }) => added],
  ['filter', 'ms', ({ filtered }) => filtered],
  ['frames over 50 ms', 'count', ({ longFrames }) => [longFrames]],
  ['hit test', 'ms', ({ hit }) => [hit]],
  ['memory at load', 'MB', ({ memoryAtLoad }) => [memoryAtLoad]],
  ['memory after scroll', 'MB', ({ memoryAfterScroll }) => [memoryAfterScroll]],
] as const satisfies readonly (readonly [string, Row['unit'], (visit: Visit) => readonly number[]])[]

const peerName = '@recogito/text-annotator'

/**
 * The workbench beside @recogito/text-annotator at its best way, over the same text in the same nested blocks: each as a built
 * page, each visit in a browser of its own. What is measured and how stands in probe.ts; the peer's way in peer-page.ts.
 */
export const render: Benchmark = {
  name: 'render',
  about: 'texts with thousands of annotations in a browser',
  run: async (say) => {
    const probe = await buildProbe()
    const serving = await startServing(1)
    const texts = new Map<Size, Seeded>()
    for (const size of chosen()) texts.set(size, await seed(serving, size))
    const peers = await servePeer([...texts.values()])
    const cookie = { name: sessionCookie, value: serving.sessions[0] ?? '' }
    const placeOf = ({ id }: Seeded) => ({ address: `${serving.address}/transcripts/${id}`, cookie })
    const rows: Row[] = []
    for (const [size, seeded] of texts) {
      const name = `${size.words.toLocaleString('en')} words, ${size.annotations.toLocaleString('en')} annotations`
      const ours = async () => {
        const measured = await visit(probe, placeOf(seeded), seeded)
        // The peer stores nothing: each of our visits, too, finds the text as it was.
        await takeAdded(serving.owner, seeded)
        return measured
      }
      const peer = () => visit(probe, { address: `${peers}/${seeded.id}` }, seeded)
      await ours()
      const taken = await interleave(size.runs, { ours, peer })
      for (const [figure, unit, read] of figures) {
        const values = (visits: readonly Visit[]) => visits.flatMap(read)
        rows.push({
          ...rowOf({ name: `${figure}, ${name}`, unit, ours: values(taken.ours), peer: values(taken.peer), peerName }),
          runs: size.runs,
        })
      }
      const worst = (visits: readonly Visit[]) => visits.map(({ worstFrame }) => Math.round(worstFrame))
      say(`${name}: longest frames ours ${worst(taken.ours)}, peer ${worst(taken.peer)}`)
    }
    const [smallest] = texts.values()
    const [before, quietly] = await scriptsOf(placeOf(smallest as Seeded))
    rows.push(rowOf({ name: 'first load, script gzipped', unit: 'MB', ours: [before] }))
    rows.push(rowOf({ name: 'fetched quietly after it, script gzipped', unit: 'MB', ours: [quietly] }))
    return rows
  },
}
