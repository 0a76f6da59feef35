import type { Range } from '@/lib/text/range'
import type { Mark } from './annotation'
import { flagSorts, kinds } from './kinds'

// How a mark looks in the text, for the browser, which paints with elements, and the server, which writes the first screen.

/** The most of a replacement that is shown in the text; its card has the whole. */
const longestReplacement = 160

/**
 * The most marks that lie in each other on one stretch, and on one of a paragraph cut into more pieces than anyone can
 * tell apart: there the shortest stands for all. Without a bound thirty thousand elements can fall on one screen.
 */
const deepest = 4
const crowded = 150

/** How many marks may lie in each other in a paragraph cut into these pieces. */
export const depthOf = (pieces: readonly unknown[]): number => (pieces.length > crowded ? 1 : deepest)

/** Whether a mark has a line below its words, which takes a lane of its own. */
export const isLined = (mark: Mark): boolean => mark.kind === 'note' || mark.kind === 'check' || mark.kind === 'flag'

/** Whether a mark's replacement stands behind the piece that ends here. */
export const isReplacedAt = (mark: Mark, end: number): boolean =>
  mark.kind === 'correction' && mark.state === 'open' && mark.end === end && replacementOf(mark) !== ''

/** The replacement of a correction as it is shown in the text: of one of a turn the speaker's name, where it gives another. */
export const replacementOf = ({ to: words, turn }: Pick<Mark, 'to' | 'turn'>): string => {
  const put = turn === undefined ? words : turn.do === 'relabel' ? turn.speaker : ''
  const to = (put ?? '').replace(/\s+/g, ' ')
  return to.length > longestReplacement ? `${to.slice(0, longestReplacement).trimEnd()}…` : to
}

/** What is proposed for a turn, for those who hear the page; its card says it whole. */
const turnLooks = {
  relabel: 'its speaker',
  retime: 'its times',
  split: 'a new turn from here',
  merge: 'joined to the one before',
}

/**
 * What a mark says to those who hear the page: “Note by Mira Okafor, open”. The words themselves stay plain, and a mark
 * that is in pieces says it once.
 */
const descriptionOf = (mark: Mark, author: string | undefined): string => {
  const sort = mark.kind === 'flag' ? flagSorts[mark.sort as keyof typeof flagSorts] : undefined
  const what = [kinds[mark.kind].label, sort].filter((part) => part !== undefined).join(': ')
  const to =
    mark.turn === undefined && mark.kind === 'correction' && mark.to !== undefined
      ? mark.to === ''
        ? ', take out'
        : ` to “${mark.to}”`
      : ''
  return `${what}${mark.turn ? ` of the turn: ${turnLooks[mark.turn.do]}` : to}${author === undefined ? '' : ` by ${author}`}, ${mark.state}`
}

/** The classes of a piece of a mark, as reading.css knows them, and on its first piece what it says to those who hear the page. */
export const lookOf = (
  mark: Mark,
  piece: Range,
  lane: number,
  author: string | undefined,
): { readonly classes: string; readonly description: string | null } => {
  const first = piece.start === mark.start
  const classes = [
    mark.kind,
    mark.turn && `turn-${mark.turn.do}`,
    mark.state !== 'open' && 'quiet',
    mark.placed === 'doubtful' && 'doubtful',
    lane > 0 && `lane${Math.min(lane, 3)}`,
    first && 'first',
    piece.end === mark.end && 'last',
  ]
  return { classes: classes.filter(Boolean).join(' '), description: first ? descriptionOf(mark, author) : null }
}
