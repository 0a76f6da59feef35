import type { Annotation, Marks } from '@/lib/annotation/annotation'
import type { Transcript, TranscriptSummary } from '@/lib/transcript/transcript'
import type { Page } from './client'
import type { Core } from './core'
import { isTemporary } from './provisional'
import type { TranscriptActions } from './store'

/** One record of who did what, as `…/changes` gives it. */
export type Change = {
  readonly number: number
  readonly action: string
  readonly actor: { readonly id: string; readonly name: string } | null
  readonly subject: { readonly type: string; readonly id: string }
  readonly at: string
  readonly payload: unknown
}

/** The most annotations asked for in one request. */
const batch = 100
/** How long a refused batch waits before it is asked for again, in milliseconds: first, and at most. */
const firstWait = 2_000
const longestWait = 30_000

/**
 * The annotations a change is about: its subject, the one that its subject (a reply, a row of evidence) belongs to, or
 * the many that one step changed.
 */
export const annotationsOf = ({ subject, payload }: Change): readonly string[] => {
  if (subject.type === 'annotation') return [subject.id]
  if (typeof payload !== 'object' || payload === null) return []
  if (subject.type === 'annotations') return Object.keys(('annotations' in payload && payload.annotations) || {})
  return 'annotation' in payload && typeof payload.annotation === 'string' ? [payload.annotation] : []
}

/** Every change after number `after`, oldest first. */
export const changesAfter = async ({ request, api }: Core, after: number): Promise<readonly Change[]> => {
  const path = `/transcripts/${api.getState().transcript.id}/changes`
  const found: Change[] = []
  for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
    const from: string = cursor === null ? `after=${after}` : `after=${after}&cursor=${encodeURIComponent(cursor)}`
    const page: Page<Change> = await request('GET', `${path}?${from}&limit=500`)
    found.push(...page.items)
    cursor = page.items.length > 0 ? page.next : null
  }
  return found
}

/** A transcript as the store keeps it: without its text, which may be megabytes. */
export const summaryOf = (transcript: TranscriptSummary | Transcript): TranscriptSummary => {
  if (!('revision' in transcript)) return transcript
  const { revision: _, ...summary } = transcript
  return summary
}

/** How the store learns what the desk holds: annotations as they come into view, and what others saved since. */
export const following = (core: Core): Pick<TranscriptActions, 'load' | 'readAgain' | 'refresh' | 'loadMarks'> => {
  const { api, ledger, request, publish, publishAll, later } = core
  const underWay = new Map<string, Promise<void>>()
  let wait = firstWait
  let refreshing: Promise<void> | null = null

  const read = async (ids: readonly string[]) => {
    const since = ledger.moment()
    const path = `/transcripts/${api.getState().transcript.id}/annotations`
    const { items } = await request<Page<Annotation>>('GET', `${path}?ids=${ids.join(',')}&limit=${batch}`)
    const news = items.filter(({ id }) => !ledger.touched(id, since))
    for (const annotation of news) ledger.learn(annotation)
    publish(news.map(({ id }) => id))
  }
  const inBatches = (ids: readonly string[]) =>
    Array.from({ length: Math.ceil(ids.length / batch) }, (_, at) => ids.slice(at * batch, (at + 1) * batch))

  const load = async (ids: readonly string[]): Promise<void> => {
    const wanted = [...new Set(ids)].filter((id) => !isTemporary(id) && ledger.stored(id) === undefined)
    for (const some of inBatches(wanted.filter((id) => !underWay.has(id)))) {
      const free = () => {
        for (const id of some) underWay.delete(id)
      }
      const asked = read(some).then(
        () => {
          wait = firstWait
          free()
        },
        () => {
          later(wait, () => {
            free()
            void load(some)
          })
          wait = Math.min(wait * 2, longestWait)
        },
      )
      for (const id of some) underWay.set(id, asked)
    }
    await Promise.all(new Set(wanted.map((id) => underWay.get(id))))
  }

  const readAgain = async (ids: readonly string[]): Promise<void> => {
    await Promise.all(inBatches(ids.filter((id) => ledger.stored(id) !== undefined)).map(read))
  }

  const loadMarks = async (): Promise<void> => {
    const since = ledger.moment()
    const { id } = api.getState().transcript
    const { marks, people, revision } = await request<Marks>('GET', `/transcripts/${id}/marks`)
    // Marks of another text than the one that is shown would stand beside their words.
    if (revision !== api.getState().revision) throw new RangeError('The text has been corrected.')
    ledger.replaceMarks(marks, since)
    // `change` stays: cards that were loaded before are not read again by this.
    publishAll({ revision, complete: true, people: { ...api.getState().people, ...people } })
  }

  const follow = async () => {
    const changes = await changesAfter(core, api.getState().change)
    const last = changes.at(-1)
    if (last === undefined) return
    await loadMarks()
    const named = new Set(changes.flatMap(annotationsOf))
    await readAgain([...named])
    if (changes.some(({ subject }) => subject.type === 'transcript')) {
      const { id } = api.getState().transcript
      const found = summaryOf(await request<TranscriptSummary>('GET', `/transcripts/${id}?text=false`))
      // A step of one's own may have been answered meanwhile.
      api.setState(({ transcript }) => (found.version < transcript.version ? {} : { transcript: found }))
    }
    // Only now: whatever failed on the way is asked for again next time.
    api.setState({ change: last.number })
    if (api.getState().searched !== 'none') void api.getState().search()
  }

  return {
    load,
    // A failure is no news: the next look asks again.
    readAgain: (ids) => readAgain(ids).catch(() => undefined),
    loadMarks,
    refresh: () => {
      // A failure is no news: what is shown still stands, and the next focus asks again.
      refreshing ??= follow()
        .catch(() => undefined)
        .finally(() => {
          refreshing = null
        })
      return refreshing
    },
  }
}
