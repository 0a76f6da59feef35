import { type Anchor, describe, type Located } from '@/lib/text/anchor'
import { locateAll } from '@/lib/text/locate-all'
import type { Range } from '@/lib/text/range'
import { type Benchmark, type Row, rowOf } from '../measure'
import { madeRanges } from '../render/made'
import { seeded } from '../seeded'
import { edited, type Version, wordsOf } from './edits'
import { matchQuote } from './peer'
import { sourceOf } from './source'
import { type Judged, judge, type Truth, truthOf, type Verdict } from './truth'

const words = 100_000
const annotations = 10_000
const shares = [0.01, 0.05, 0.2] as const
const rounds = 3

/** How many annotations the peer looks for in all, drawn evenly: the whole ten thousand would take it many minutes. */
const sample = 1_800

const peerName = 'hypothesis/client’s quote matcher'

/** Milliseconds that the work took, and what it gave. */
const timed = <Given>(work: () => Given) => {
  const begun = performance.now()
  const given = work()
  return { given, took: performance.now() - begun }
}

/** For each annotation, the first and the last of the words it stands over. */
const coverage = (text: string, ranges: readonly Range[]) => {
  const all = wordsOf(text)
  const starts = new Map(all.map(({ start }, at) => [start, at]))
  const ends = new Map(all.map(({ end }, at) => [end, at]))
  return ranges.map(({ start, end }) => ({ first: starts.get(start) ?? 0, last: ends.get(end) ?? 0 }))
}

const drawn = (count: number, of: number, seed: number): readonly number[] => {
  const next = seeded(seed)
  const order = Array.from({ length: of }, (_, at) => ({ at, by: next() })).sort((a, b) => a.by - b.by)
  return order.slice(0, count).map(({ at }) => at)
}

const part = (judged: readonly Judged[], verdict: Verdict) =>
  judged.filter((one) => one.verdict === verdict).length / judged.length

/** Everything of one share of edits: both in turn, ours always the whole, the peer a part of its sample each round. */
const measure = (anchors: readonly Anchor[], truths: readonly Truth[], { text }: Version, what: string): Row[] => {
  const picked = drawn(sample, anchors.length, 11)
  const times = { ours: [] as number[], peer: [] as number[] }
  let ours: readonly (Located | null)[] = []
  const peer: Judged[] = []
  for (let round = 0; round < rounds; round += 1) {
    const some = picked.slice((round * sample) / rounds, ((round + 1) * sample) / rounds)
    const own = () => {
      const { given, took } = timed(() => locateAll(text, anchors))
      ours = given
      times.ours.push(took)
    }
    const other = () => {
      const { given, took } = timed(() => some.map((at) => matchQuote(text, anchors[at] as Anchor)))
      peer.push(...given.map((found, i) => judge(truths[some[i] as number] as Truth, found)))
      times.peer.push((took / some.length) * anchors.length)
    }
    for (const one of round % 2 === 0 ? [own, other] : [other, own]) one()
  }
  const own = ours.map((found, at) => judge(truths[at] as Truth, found))
  const row = (name: string, unit: 'ms' | 'share', given: readonly number[], theirs: readonly number[]) =>
    rowOf({ name: `${name}, ${what}`, unit, ours: given, peer: theirs, peerName })
  const share = (verdict: Verdict) => row(`anchors ${verdict}`, 'share', [part(own, verdict)], [part(peer, verdict)])
  const exactly = (judged: readonly Judged[]) => judged.filter((one) => one.exactly).length / judged.length
  return [
    row(`re-anchoring time (peer: ${sample} drawn, scaled)`, 'ms', times.ours, times.peer),
    share('right'),
    row('anchors to the letter', 'share', [exactly(own)], [exactly(peer)]),
    share('wrong'),
    share('doubtful'),
    share('lost'),
  ]
}

/** Ten thousand annotations found again, by their words alone, in a version of the text that is not known to be made by edits. */
export const anchors: Benchmark = {
  name: 'anchors',
  about: `${annotations.toLocaleString('en')} annotations found again in an edited text`,
  run: async (say) => {
    const { text, others, from } = sourceOf(words)
    const ranges = madeRanges(text, annotations, 5)
    const covered = coverage(text, ranges)
    const described = ranges.map((range) => describe(text, range))
    return shares.flatMap((share, at) => {
      const what = `${annotations.toLocaleString('en')} annotations, ${words.toLocaleString('en')} words of ${from}, ${share * 100} % edited`
      say(what)
      const version = edited(text, share, others, 100 + at)
      const truths = covered.map(({ first, last }) => truthOf(version, first, last))
      return measure(described, truths, version, what)
    })
  },
}
