import { readFileSync } from 'node:fs'
import { hasEnded, type Job, type MadeVersion } from '@/lib/transcript/job'
import { edited } from '../anchors/edits'
import { type Benchmark, rowOf } from '../measure'
import { seed } from '../render/seed'
import { sessionCookie, startServing } from '../serving'

const size = { words: 980_000, annotations: 20_000, runs: 3 } as const
const share = 0.02
const named = `${size.words.toLocaleString('en')} words, ${size.annotations.toLocaleString('en')} annotations, ${share * 100} % edited`

/** How often somebody else asks for something short meanwhile, in milliseconds. */
const askEvery = 20

/** The most memory a process has held so far, in MB, as Linux tells it; 0 elsewhere. */
const mostMemory = (pid: number): number => {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_000
  } catch {
    return 0
  }
}

/** How long a newer version of a long text takes, and how long others wait for a short answer meanwhile. */
export const versions: Benchmark = {
  name: 'versions',
  about: `a newer version of the file compared and made over HTTP, ${named}`,
  run: async (say) => {
    const serving = await startServing(1)
    const { id, text } = await seed(serving, size)
    const headers = { cookie: `${sessionCookie}=${serving.sessions[0]}` }
    const get = async <T>(path: string): Promise<T> =>
      (await fetch(`${serving.address}/api/v1${path}`, { headers })).json()
    const post = async (newer: string, revision: number, preview: boolean): Promise<MadeVersion> => {
      const form = new FormData()
      form.set('file', new File([newer], 'newer.txt'))
      form.set('revision', `${revision}`)
      form.set('preview', `${preview}`)
      const answer = await fetch(`${serving.address}/api/v1/transcripts/${id}/versions`, {
        ...{ method: 'POST', headers: { ...headers, origin: serving.address }, body: form },
      })
      if (answer.status !== 202) throw new Error(await answer.text())
      let job: Job = await answer.json()
      while (!hasEnded(job)) {
        await new Promise((done) => setTimeout(done, 50))
        job = await get(`/jobs/${job.id}`)
      }
      if (!job.result?.version) throw new Error(JSON.stringify(job.problem))
      return { ...job.result, version: job.result.version }
    }
    /** The time of some work, and the longest that a short question took beside it. */
    const beside = async (work: () => Promise<MadeVersion>) => {
      let [over, longest] = [false, 0]
      const asking = (async () => {
        while (!over) {
          const begun = performance.now()
          await get('/me')
          longest = Math.max(longest, performance.now() - begun)
          await new Promise((done) => setTimeout(done, askEvery))
        }
      })()
      const begun = performance.now()
      const { version } = await work()
      const took = performance.now() - begun
      over = true
      await asking
      say(`${took.toFixed(0)} ms, others ${longest.toFixed(0)} ms: ${JSON.stringify(version.annotations)}`)
      return { took, longest }
    }
    const others = text.slice(0, 200_000).match(/[^.?!\n]{20,300}[.?!]/g) ?? []
    const [compared, made] = [[] as number[], [] as number[]]
    const [besideCompared, besideMade] = [[] as number[], [] as number[]]
    for (let run = 1; run <= size.runs; run += 1) {
      const newer = edited(text, share, others, run).text
      const preview = await beside(() => post(newer, run, true))
      compared.push(preview.took)
      besideCompared.push(preview.longest)
      const make = await beside(() => post(newer, run, false))
      made.push(make.took)
      besideMade.push(make.longest)
    }
    return [
      rowOf({ name: `newer version compared, ${named}`, unit: 'ms', ours: compared }),
      rowOf({ name: 'longest short answer beside it', unit: 'ms', ours: besideCompared }),
      rowOf({ name: `newer version made, ${named}`, unit: 'ms', ours: made }),
      rowOf({ name: 'longest short answer beside it', unit: 'ms', ours: besideMade }),
      rowOf({ name: 'most memory of the server', unit: 'MB', ours: [mostMemory(serving.pid)] }),
    ]
  },
}
