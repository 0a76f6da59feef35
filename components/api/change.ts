import type { Corrected } from '@/lib/transcript/corrected'
import type { Page } from './client'
import type { Core } from './core'

/** One record of who did what, as `…/changes` gives it. */
export type Change = {
  readonly number: number
  readonly action: string
  readonly actor: { readonly id: string; readonly name: string } | null
  readonly subject: { readonly type: string; readonly id: string }
  readonly at: string
  readonly payload: unknown
}

/** The correction that a change carries, or null where it is about something else. */
export const correctedBy = ({ number, action, payload }: Change): Corrected | null =>
  action === 'transcript.correct' ? { ...(payload as Omit<Corrected, 'change'>), change: number } : null

/** The annotations of which a correction changed more than where they stand. */
export const touchedBy = ({ accepted, reopened, places }: Corrected): readonly string[] => [
  ...new Set([...accepted, ...reopened, ...(places ?? []).map(([id]) => id)]),
]

/**
 * The annotations a change is about: its subject, the one that its subject (a reply, a row of evidence) belongs to, or
 * the many that one step changed.
 */
export const annotationsOf = (change: Change): readonly string[] => {
  const { subject, payload } = change
  if (subject.type === 'annotation') return [subject.id]
  if (typeof payload !== 'object' || payload === null) return []
  const corrected = correctedBy(change)
  if (corrected) return touchedBy(corrected)
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
