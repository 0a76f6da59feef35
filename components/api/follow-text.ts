import type { Mark } from '@/lib/annotation/annotation'
import { compose } from '@/lib/text/compose'
import { type Edits, mapRange, prepareEdits } from '@/lib/text/map'
import type { Corrected } from '@/lib/transcript/corrected'
import { type Change, correctedBy } from './change'
import type { Core } from './core'
import { indexMarks, sieveOf } from './marks-index'
import { moveDraft } from './standing'
import type { TranscriptView } from './store'
import type { TextStep } from './text-port'

/**
 * How the text went from one revision to another, as these changes tell; null where they do not tell all of it: then only
 * the desk knows.
 */
export const stepThrough = (changes: readonly Change[], from: number, to: number, me: string): TextStep | null => {
  let [revision, edits, turnsChanged] = [from, [] as Edits, false]
  let by: string | null = null
  for (const change of changes) {
    const step = correctedBy(change)
    if (step === null || step.revision !== revision + 1 || revision === to) continue
    revision = step.revision
    edits = compose(edits, step.edits)
    turnsChanged ||= step.splices.length > 0
    if (change.actor && change.actor.id !== me) by = change.actor.name
  }
  return revision === to ? { revision, edits, turnsChanged, by } : null
}

/** What was accepted, with what these changes add to it: what is open again is taken out. */
export const acceptedAfter = (
  before: TranscriptView['accepted'],
  changes: readonly Change[],
): TranscriptView['accepted'] => {
  const accepted = new Map(before)
  for (const change of changes) {
    const step = correctedBy(change)
    for (const id of step?.reopened ?? []) accepted.delete(id)
    for (const id of step?.accepted ?? [])
      accepted.set(id, { revision: step?.revision ?? 0, by: change.actor?.name ?? '', at: change.at })
  }
  return accepted
}

/** Every mark as a correction leaves it: moved along, or where the desk says that it stands now. */
const movingMarks = ({
  edits,
  places,
  accepted,
  reopened,
}: Pick<Corrected, 'edits' | 'places' | 'accepted' | 'reopened'>) => {
  const mapping = prepareEdits(edits)
  const told = new Map(places?.map((place) => [place[0], place]))
  const states = new Map([
    ...accepted.map((id) => [id, 'accepted'] as const),
    ...reopened.map((id) => [id, 'open'] as const),
  ])
  const first = edits[0]?.start ?? Number.POSITIVE_INFINITY
  return (mark: Mark): Mark => {
    const [place, state] = [told.get(mark.id), states.get(mark.id) ?? mark.state]
    if (place) return { ...mark, start: place[1], end: place[2], placed: place[3], state }
    if (mark.end <= first) return state === mark.state ? mark : { ...mark, state }
    const { start, end } = mapRange(mark, mapping)
    return start === mark.start && end === mark.end && state === mark.state ? mark : { ...mark, start, end, state }
  }
}

/**
 * Brings everything that the page holds to the next text, in one go: text, marks, cards, what is begun and what waits to
 * be sent. `settle` sets the marks meanwhile. Rejects, with nothing changed, where the text cannot be had.
 */
const goOn = async (core: Core, step: TextStep, settle: () => void, also: Partial<TranscriptView> = {}) => {
  const { api, ledger, steps, text, followers } = core
  const { revision: from } = api.getState()
  const put = await text.port?.prepare(step)
  const { revision, edits } = step
  if (edits) steps.add(from, revision, edits)
  settle()
  // What waits to be sent is shown by its own words about where it stands.
  api.setState({ revision })
  for (const follow of followers) follow(step)
  const { draft, filter, found, annotations: before, chosen } = api.getState()
  const all = ledger.marks()
  const index = indexMarks(all.values(), sieveOf(filter, found))
  put?.([...all.values()], index.shown.length === index.order.length ? null : new Set(index.shown))
  const annotations = new Map(
    [...before.keys()].flatMap((id) => {
      const annotation = ledger.annotation(id)
      return annotation ? [[id, annotation] as const] : []
    }),
  )
  const draftNow = draft && edits && (draft.revision ?? 1) === from ? moveDraft(draft, edits, revision) : draft
  const chosenNow = chosen !== null && all.has(chosen) ? chosen : null
  api.setState({ ...index, annotations, draft: draftNow, chosen: chosenNow, ...also })
}

export type FollowText = {
  /** One step after another: `work` sees the page as the one before has left it. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>
  /** Takes in one correction, as the desk tells of it: true where the page shows that text now. To be called in turn. */
  readonly take: (corrected: Corrected) => Promise<boolean>
  /** Goes on to a text, of which all marks were fetched by a request made at `since`. To be called in turn. */
  readonly goTo: (step: TextStep, marks: readonly Mark[], since: number, also: Partial<TranscriptView>) => Promise<void>
}

/** How the page goes on from revision to revision. */
export const followText = (core: Core): FollowText => {
  const { api, ledger } = core
  let last: Promise<unknown> = Promise.resolve()
  return {
    inTurn: (work) => {
      const done = last.then(work, work)
      last = done.catch(() => undefined)
      return done
    },
    take: async (corrected) => {
      const { revision, edits, splices, places, change } = corrected
      const now = api.getState()
      if (revision <= now.revision) return true
      if (revision !== now.revision + 1 || places === null) return false
      const step = { revision, edits, turnsChanged: splices.length > 0, by: null }
      const isNext = change !== null && change === now.change + 1
      const made = { number: change ?? 0, action: 'transcript.correct', actor: now.actor, payload: corrected }
      const record = {
        ...made,
        subject: { type: 'transcript', id: now.transcript.id },
        at: new Date(core.now()).toISOString(),
      }
      const also = { accepted: acceptedAfter(now.accepted, [record]), ...(isNext && { change }) }
      await goOn(core, step, () => ledger.follow(movingMarks(corrected)), also)
      return true
    },
    goTo: (step, marks, since, also) =>
      goOn(
        core,
        step,
        () => {
          // First everything by the edits: what was written since is newer than the marks, but not where it stands.
          if (step.edits) ledger.follow(movingMarks({ edits: step.edits, places: null, accepted: [], reopened: [] }))
          ledger.replaceMarks(marks, since)
        },
        also,
      ),
  }
}
