'use client'
import type { Draft } from '@/components/api/store'
import { useTranscript, useTranscriptActions } from '@/components/api/store-context'
import { wordsOf } from '@/components/api/words'
import { useBench, useBenchStore } from '@/components/transcript/workbench-state'
import { everything } from '@/lib/annotation/filter'
import { kindNames, kinds } from '@/lib/annotation/kinds'
import { can } from '@/lib/permissions/can'
import { Keyed, Quiet } from './buttons'
import { draftLabel } from './card-words'
import classes from './column.module.css'
import { KindMark } from './kind-mark'
import { useGoToNearest, useShowLine } from './use-show-line'

type KeptProps = { readonly draft: Draft; readonly onContinue: (draft: Draft) => void }

const KeptDraft = ({ draft, onContinue }: KeptProps) => {
  const { discard } = useTranscriptActions()
  const name = `${draftLabel(draft)} on “${draft.exact.slice(0, 60)}”`
  return (
    <li className={classes.kept}>
      <KindMark kind={draft.kind} />
      <span className={classes.keptWords}>{draft.exact}</span>
      <Quiet onClick={() => onContinue(draft)} name={`Continue: ${name}`}>
        Continue
      </Quiet>
      <Quiet onClick={() => discard(wordsOf.draft(draft))} name={`Discard: ${name}`}>
        Discard
      </Quiet>
    </li>
  )
}

/** Annotations that were begun and not saved, each to be taken up again or thrown away. */
export const KeptDrafts = ({ onContinue }: Pick<KeptProps, 'onContinue'>) => {
  const all = useTranscript((state) => state.kept)
  const open = useTranscript((state) => (state.draft ? wordsOf.draft(state.draft) : null))
  const kept = all.filter((draft) => wordsOf.draft(draft) !== open)
  if (kept.length === 0) return null
  return (
    <section className={classes.group} aria-label="Begun and not saved">
      <h2 className={classes.title}>Begun and not saved</h2>
      <ul className={classes.list}>
        {kept.map((draft) => (
          <KeptDraft key={wordsOf.draft(draft)} draft={draft} onContinue={onContinue} />
        ))}
      </ul>
    </section>
  )
}

/** What stands over the cards: annotations begun and not saved. */
export const ColumnTop = () => {
  const { begin } = useTranscriptActions()
  return <KeptDrafts onContinue={begin} />
}

/** Says that more marks are on the screen than have a card, and leads to the next of them. */
export const MoreCards = () => {
  const bench = useBenchStore()
  const count = useBench((state) => state.beyond.length)
  const { choose } = useTranscriptActions()
  const showLine = useShowLine()
  if (count === 0) return null
  const go = () => {
    const [next] = bench.getState().beyond
    if (next === undefined) return
    choose(next)
    showLine(next)
  }
  return (
    <div className={classes.beyond}>
      <p className={classes.more} role="status">
        {count === 1 ? '1 more on this screen' : `${count} more on this screen`}
      </p>
      <Quiet onClick={go} name="Show the next of them">
        Show the next
      </Quiet>
    </div>
  )
}

/** What is said where there is no card: how to make one, how to see those that the filter hides, or where the next one is. */
export const NoCards = () => {
  const goToNearest = useGoToNearest()
  const shown = useTranscript((state) => state.shown.length)
  const none = useTranscript((state) => state.order.length === 0 && state.complete)
  const hidden = useTranscript((state) => state.order.length > 0 && state.shown.length === 0)
  const may = useTranscript((state) =>
    can(state.actor, 'annotation.create', { deskId: state.transcript.desk.id, state: state.transcript.state }),
  )
  const { setFilter } = useTranscriptActions()
  if (hidden) {
    return (
      <div className={classes.empty}>
        <p>No annotation passes the filter.</p>
        <Keyed onClick={() => setFilter(everything)}>Clear the filter</Keyed>
      </div>
    )
  }
  if (shown > 0) {
    return (
      <div className={classes.empty}>
        <p>No annotation stands on this stretch of the text.</p>
        <Keyed onClick={goToNearest}>Go to the nearest</Keyed>
      </div>
    )
  }
  if (!none) return null
  if (!may) return <p className={classes.empty}>Nothing is annotated here yet.</p>
  return (
    <div className={classes.empty}>
      <p>Select a passage to mark it, then press a key or a button of the bar.</p>
      <ul className={classes.list}>
        {kindNames.map((kind) => (
          <li key={kind} className={classes.way}>
            <KindMark kind={kind} />
            <span>{kinds[kind].label}</span>
            <kbd>{kinds[kind].key.toUpperCase()}</kbd>
          </li>
        ))}
      </ul>
    </div>
  )
}
