'use client'
import { useMemo } from 'react'
import { alternativesOf } from '@/components/api/alternatives'
import { useTranscript, useTranscriptActions } from '@/components/api/store-context'
import { useBench } from '@/components/transcript/workbench-state'
import { RelativeTime } from '@/components/ui/time'
import type { Annotation } from '@/lib/annotation/annotation'
import { turnWords } from '@/lib/transcript/turn-words'
import { Quiet } from './buttons'
import classes from './card.module.css'
import own from './correction-words.module.css'
import { focusCardSoon } from './focus'

type Props = {
  readonly annotation: Annotation
  readonly correction: NonNullable<Annotation['correction']>
}

const Shown = ({ words }: { readonly words: string }) =>
  words === '' ? <span className={classes.nothing}>nothing</span> : <b>{words}</b>

/** What a correction changes, or has changed; where it was written for other words than stand there now, that too. */
export const CorrectionWords = ({ annotation, correction }: Props) => {
  const { from, to, turn } = correction
  const made = useTranscript((state) => state.accepted.get(annotation.id))
  if (annotation.state === 'accepted') {
    return (
      <>
        {turn && <p className={classes.words}>{turnWords(turn)}</p>}
        {from !== to && (
          <p className={classes.passage}>
            was <Shown words={from} />, now <Shown words={to} />
          </p>
        )}
        {made && (
          <p className={classes.aside}>
            Revision {made.revision}, by {made.by}, <RelativeTime at={made.at} />
          </p>
        )}
      </>
    )
  }
  return (
    <>
      <Proposed correction={correction} at={annotation.start} />
      {annotation.state === 'open' && <Meanwhile annotation={annotation} from={from} />}
      {annotation.state === 'open' && <Alternatives id={annotation.id} />}
    </>
  )
}

const Proposed = ({ correction, at }: Pick<Props, 'correction'> & { readonly at: number }) => {
  const prose = useBench((state) => state.reading?.prose)
  // A turn without a label is corrected on its first word, which is nobody's name.
  return <CorrectionChange {...correction} onName={prose !== undefined && at < prose.spoken(prose.at(at)).start} />
}

type ChangeProps = Props['correction'] & {
  /** Whether its words are the name of a speaker. */
  readonly onName?: boolean
}

/** What a correction proposes: for the turn in which its words stand, and in their place. */
export const CorrectionChange = ({ from, to, turn, onName = false }: ChangeProps) => (
  <>
    {turn && (
      <p className={classes.words}>
        {turn.do === 'relabel' && onName ? (
          <>
            Speaker: <b>{from}</b> → <b>{turn.speaker ?? 'none'}</b>
          </>
        ) : (
          turnWords(turn)
        )}
      </p>
    )}
    {from !== to && (
      <p className={classes.passage}>
        <del className={classes.deleted}>{from}</del>{' '}
        {to === '' ? <span className={classes.nothing}>taken out</span> : <ins className={classes.inserted}>{to}</ins>}
      </p>
    )}
  </>
)

/** Says so where the words that a proposal would replace are others than it was written for. */
const Meanwhile = ({ annotation, from }: { readonly annotation: Annotation; readonly from: string }) => {
  const { start, end, placed } = annotation
  const reading = useBench((state) => state.reading)
  const revision = useTranscript((state) => state.revision)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words on the page are others after a correction.
  const now = useMemo(
    () => (placed === 'lost' || start === end ? null : (reading?.words({ start, end }) ?? null)),
    [reading, start, end, placed, revision],
  )
  if (now === null || now === from) return null
  return (
    <p className={own.meanwhile}>
      Written for “{from}”. Now “{now}” stands there: accepting it replaces that.
    </p>
  )
}

const Alternatives = ({ id }: { readonly id: string }) => {
  const group = useTranscript((state) => alternativesOf(state).get(id))
  const marks = useTranscript((state) => state.marks)
  const { choose } = useTranscriptActions()
  if (group === undefined) return null
  const others = group.filter((other) => other !== id)
  const go = (other: string) => {
    choose(other)
    focusCardSoon(other)
  }
  return (
    <div className={own.alternatives}>
      <p>
        <b>{group.length} proposals for the same words.</b> Accept one; the others stay open over what then stands
        there.
      </p>
      {others.map((other) => {
        const { to = '', turn } = marks.get(other) ?? {}
        const words = turn ? turnWords(turn) : to || 'take them out'
        return (
          <Quiet key={other} onClick={() => go(other)} name={`Go to the other proposal: ${words}`}>
            {words}
          </Quiet>
        )
      })}
    </div>
  )
}

/** Why a proposal was not accepted: somebody else's change came first. */
export const Clash = ({ id }: { readonly id: string }) => {
  const why = useTranscript((state) => state.clashes.get(id))
  return why === undefined ? null : (
    <p className={own.clash} role="alert">
      {why}
    </p>
  )
}
