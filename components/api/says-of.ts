import type { Act } from './acting'
import type { Waiting } from './outbox'
import type { Unsent } from './store'

/** The words that an act sends. */
const sentBy = (act: Act): unknown => {
  switch (act.do) {
    case 'create':
      return [act.input.body, act.input.check, act.input.flag, act.input.correction, act.input.tags]
    case 'edit':
    case 'editEvidence':
      return act.edit
    case 'reply':
    case 'editReply':
      return act.body
    case 'addEvidence':
      return act.evidence
    case 'dismiss':
      return act.reason
    default:
      return undefined
  }
}

/** What a write says, for who looks at what waits: as it was typed, else as it is sent. */
export const saysOf = ({ act, typed }: Pick<Waiting, 'act' | 'typed'>): Pick<Unsent, 'on' | 'typed'> => ({
  ...(act.do === 'create' && { on: act.input.exact ?? '' }),
  typed: typed?.values ?? sentBy(act),
})
