import type { Annotation, Marks } from '@/lib/annotation/annotation'
import type { Transcript, TranscriptSummary } from '@/lib/transcript/transcript'
import { annotationsOf, type Change, changesAfter } from './change'
import type { Page } from './client'
import type { Core } from './core'
import { acceptedAfter, type FollowText, stepThrough } from './follow-text'
import { isTemporary } from './provisional'
import type { TranscriptActions } from './store'

/** The most annotations asked for in one request. */
const batch = 100
/** How long a refused batch waits before it is asked for again, in milliseconds: first, and at most. */
const firstWait = 2_000
const longestWait = 30_000

/** A transcript as the store keeps it: without its text, which may be megabytes. */
export const summaryOf = (transcript: TranscriptSummary | Transcript): TranscriptSummary => {
  if (!('revision' in transcript)) return transcript
  const { revision: _, ...summary } = transcript
  return summary
}

/** How the store learns what the desk holds: annotations as they come into view, and what others saved since. */
export const following = (
  core: Core,
  text: FollowText,
): Pick<TranscriptActions, 'load' | 'readAgain' | 'refresh' | 'loadMarks'> => {
  const { api, ledger, request, publish, publishAll, later, steps } = core
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

  const fetchMarks = async () => {
    const since = ledger.moment()
    const { id } = api.getState().transcript
    const { marks, people, revision } = await request<Marks>('GET', `/transcripts/${id}/marks`)
    return { since, marks, revision, also: { complete: true, people: { ...api.getState().people, ...people } } }
  }

  /** Takes in every mark; where they stand in a later text than the page shows, with that text. */
  const takeMarks = (changes: readonly Change[]): Promise<void> =>
    text.inTurn(async () => {
      const { since, marks, revision, also } = await fetchMarks()
      const { revision: shown } = api.getState()
      if (revision < shown) throw new RangeError('These marks are older than the page.')
      if (revision === shown) {
        ledger.replaceMarks(marks, since)
        // `change` stays: cards that were loaded before are not read again by this.
        return publishAll(also)
      }
      const told = stepThrough(changes, shown, revision, api.getState().actor.id)
      // What the changes do not tell the desk may; without it what is begun keeps its words, if not its place.
      const edits = told ? null : await steps.between(shown, revision).catch(() => null)
      await text.goTo(told ?? { revision, edits, turnsChanged: true, by: null }, marks, since, also)
    })

  const loadMarks = async (): Promise<void> => {
    await takeMarks([])
  }

  const follow = async () => {
    const changes = await changesAfter(core, api.getState().change)
    const last = changes.at(-1)
    if (last === undefined) return
    await takeMarks(changes)
    api.setState(({ accepted }) => ({ accepted: acceptedAfter(accepted, changes) }))
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
