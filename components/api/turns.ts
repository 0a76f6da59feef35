import type { Annotation } from '@/lib/annotation/annotation'
import type { Patch } from './ledger'
import type { Waiting } from './outbox'
import type { Unsent } from './store'

/** A write on its way to the desk: what is kept of it, and where it stands. */
export type Turn = {
  record: Waiting
  patch: Patch
  /** Ready to be sent, being sent, waiting for its next try, or refused. */
  stands: 'ready' | 'flying' | 'away' | 'refused'
  /** Whether it waits for what was done before to many, this one among them. */
  held: boolean
  /** How often it was sent without an answer. */
  tries: number
  /** Why it was not saved, the last time. */
  why: string
  /** Whether there was no connection at all. */
  cut: boolean
  /** Whether it is being tried again by itself: then no form opens where it fails. */
  quiet: boolean
  /** Once it stands where a crash does not reach it. */
  kept: Promise<unknown>
  /** The annotation as it was before it was first sent. */
  before: Annotation | undefined
  /** Takes back the next try. */
  cancel: () => void
  /** Those who want to hear how its present try ends. */
  tell: ((saved: boolean) => void)[]
  /** How it is listed, see sending.ts. */
  entry: { readonly of: string; readonly unsent: Unsent } | null
}

/** Whether a write makes something new under the annotation's desk: sent twice under two names it would make two. */
export const makes = ({ act }: Waiting): boolean =>
  act.do === 'create' || act.do === 'reply' || act.do === 'addEvidence'

/** The turns about one annotation that stand before `turn` and hold it back. */
const before = (turn: Turn, turns: readonly Turn[]): readonly Turn[] =>
  turns
    .slice(0, turns.indexOf(turn))
    .filter(
      ({ record, stands }) => record.id === turn.record.id && (stands !== 'refused' || record.act.do === 'create'),
    )

/**
 * What may be sent now: writes about one annotation go one after another, so that each is made on what the one before
 * it left, and nothing is sent about an annotation that could not be made.
 */
export const next = (turns: readonly Turn[]): readonly Turn[] =>
  turns.filter((turn) => turn.stands === 'ready' && !turn.held && before(turn, turns).length === 0)

/** Where a write stands for whoever made it: on its way, waiting (also behind another), or refused. */
export const standing = (turn: Turn, turns: readonly Turn[]): 'saving' | Unsent['stands'] => {
  if (turn.stands === 'refused') return 'refused'
  const held =
    turn.stands === 'away' ||
    turn.held ||
    before(turn, turns).some(({ stands }) => stands === 'away' || stands === 'refused')
  return held ? 'waiting' : 'saving'
}

/** Lets a write that waits be sent at once. */
export const wake = (turn: Turn): void => {
  if (turn.stands !== 'away') return
  turn.cancel()
  turn.stands = 'ready'
  turn.cut = false
}

/** Tells those who wait for a write how its present try ended. */
export const ended = (turn: Turn, saved: boolean): void => {
  const listening = turn.tell
  turn.tell = []
  for (const tell of listening) tell(saved)
}
