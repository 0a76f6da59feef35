import { headLabel } from '@/components/annotation/card-words'
import { KindMark } from '@/components/annotation/kind-mark'
import { countOf } from '@/components/transcript/words'
import { quoted } from '@/lib/text/quoted'
import type { MarkThen, Passage, TurnSeen } from '@/lib/transcript/comparison'
import { clock } from '@/lib/transcript/label'
import type { HistoryQuery } from './history-query'
import { whoseWords } from './history-words'
import classes from './passage.module.css'
import { PassageWords } from './passage-words'

type Props = {
  readonly passage: Passage
  readonly transcriptId: string
  readonly query: HistoryQuery
  readonly lang: string | undefined
}

/** What a passage is called by those who hear it. */
const nameOf = ({ number, speaker, differences }: Passage): string =>
  [`Change ${number}`, speaker, differences > 1 && countOf(differences, 'difference')].filter(Boolean).join(', ')

/** Paragraphs in which two revisions differ, in one text or side by side, and what was annotated there. */
export const PassageView = ({ passage, transcriptId, query, lang }: Props) => {
  const { number, speaker, turns, stretches, marks } = passage
  const words = { stretches, lang }
  return (
    <article className={classes.passage} data-passage={number} tabIndex={-1} aria-label={nameOf(passage)}>
      {speaker !== null && <p className={classes.speaker}>{speaker}</p>}
      {turns.map((turn) => (
        <p key={`${turn.was?.speaker} ${turn.was?.from} ${turn.is?.speaker} ${turn.is?.from}`} className={classes.turn}>
          {turnWords(turn.was, turn.is)}
        </p>
      ))}
      {query.view === 'one' ? (
        <PassageWords side="both" {...words} />
      ) : (
        <div className={classes.sides}>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
          <div role="group" aria-label={`Revision ${query.from}`}>
            <PassageWords side="was" {...words} />
          </div>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
          <div role="group" aria-label={`Revision ${query.to}`}>
            <PassageWords side="is" {...words} />
          </div>
        </div>
      )}
      {marks.length > 0 && <MarksThen marks={marks} transcriptId={transcriptId} revision={query.to} />}
    </article>
  )
}

const turnOf = ({ speaker, from }: TurnSeen): string =>
  [speaker ?? 'nobody named', from !== null && `at ${clock(from)}`].filter(Boolean).join(' ')

const turnWords = (was: TurnSeen | null, is: TurnSeen | null): string => {
  if (was === null) return is === null ? '' : `A turn begins here now: ${turnOf(is)}.`
  if (is === null) return `No turn begins here any more; one of ${turnOf(was)} did.`
  return `The turn was of ${turnOf(was)}, and is of ${turnOf(is)} now.`
}

const shown = 6

type MarksProps = Pick<Props, 'transcriptId'> & {
  readonly marks: readonly MarkThen[]
  readonly revision: number
}

/** The annotations on a passage as they stood at a revision; each leads to its card in the present text. */
const MarksThen = ({ marks, transcriptId, revision }: MarksProps) => (
  <ul className={classes.marks} aria-label={`Annotations here at revision ${revision}`}>
    {marks.slice(0, shown).map((mark) => {
      return (
        <li key={mark.id}>
          <KindMark kind={mark.kind} />
          <a href={`/transcripts/${transcriptId}#${mark.id}`}>{headLabel(mark)}</a>
          <span className={classes.about}>
            {quoted(mark.words)} · {whoseWords(mark, mark.by)}
          </span>
        </li>
      )
    })}
    {marks.length > shown && <li className={classes.about}>and {marks.length - shown} more</li>}
  </ul>
)
