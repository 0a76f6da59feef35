import type { TurnProposal } from '@/lib/annotation/turn-change'
import { clock } from './label'

const times = (from: number | null | undefined, to: number | null | undefined): string =>
  [
    from === undefined ? '' : from === null ? 'none at the beginning' : `from ${clock(from)}`,
    to === undefined ? '' : to === null ? 'none at the end' : `to ${clock(to)}`,
  ]
    .filter((part) => part !== '')
    .join(', ')

/** What is proposed for a turn, in words. */
export const turnWords = (turn: TurnProposal): string => {
  switch (turn.do) {
    case 'relabel':
      return turn.speaker === null ? 'No speaker' : `Speaker: ${turn.speaker}`
    case 'retime':
      return `Times: ${times(turn.from, turn.to)}`
    case 'split': {
      const of = turn.speaker === undefined ? '' : `, of ${turn.speaker}`
      return `A new turn from here${of}${turn.from === undefined ? '' : `, at ${clock(turn.from)}`}`
    }
    case 'merge':
      return 'Joined to the turn before'
  }
}

/** Seconds in a time as people write it ("1:02", "00:00:12.5"); null where it is none. */
export const secondsIn = (time: string): number | null => {
  const found = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2}(?:[.,]\d{1,3})?)$/.exec(time.trim())
  if (!found) return null
  const [, hours = '0', minutes = '0', seconds = '0'] = found
  const rest = Number(seconds.replace(',', '.'))
  return rest >= 60 || (found[1] !== undefined && Number(minutes) >= 60)
    ? null
    : Number(hours) * 3600 + Number(minutes) * 60 + rest
}
