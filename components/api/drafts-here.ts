import type { Core } from './core'
import { moveDraft } from './standing'
import type { Draft } from './store'

type Where = Pick<Core, 'api' | 'steps'>

/** What was begun, as it stands in the text that is shown; as it was where the way there is not known yet. */
export const standingNow = ({ api, steps }: Where, draft: Draft): Draft => {
  const { revision } = api.getState()
  const { revision: from = 1 } = draft
  const edits = from < revision ? steps.known(from) : undefined
  return edits ? moveDraft(draft, edits, revision) : draft
}

const samePlace = (a: Draft, b: Draft) => a.kind === b.kind && a.how === b.how && a.start === b.start && a.end === b.end

/**
 * What is to be written, in the text that is shown. What was begun at this place before goes on under the key where its
 * words are kept, wherever it was begun.
 */
export const draftHere = ({ api, steps }: Where, draft: Draft): Draft => {
  const { revision, kept } = api.getState()
  // What was kept from before says itself on which text it was begun.
  if (kept.includes(draft)) return standingNow({ api, steps }, draft)
  const here = standingNow({ api, steps }, { revision, ...draft })
  return here.key === undefined ? (kept.find((other) => samePlace(other, here)) ?? here) : here
}
