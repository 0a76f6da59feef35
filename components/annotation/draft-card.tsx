'use client'
import type { Draft } from '@/components/api/store'
import { useTranscript, useTranscriptActions, useTranscriptStore } from '@/components/api/store-context'
import { wordsOf } from '@/components/api/words'
import { NewAnnotation } from '@/lib/annotation/annotation'
import { kinds } from '@/lib/annotation/kinds'
import { AnnotationForm } from './annotation-form'
import { type AnnotationWords, type Faults, faultsOf, newAnnotationOf, wordsForDraft } from './annotation-words'
import classes from './card.module.css'
import { CardHead } from './card-head'
import { focusCardSoon, focusText, leaveFocusToText } from './focus'
import { draftId } from './place-cards'
import { RewriteCard } from './rewrite-card'
import { TurnCard } from './turn-card'

/** The form of a new annotation, at its line; or what goes with words that are rewritten in the text, or with a turn. */
export const DraftCard = ({ draft }: { readonly draft: Draft }) => {
  const key = wordsOf.draft(draft)
  if (draft.how === 'in-place') return <RewriteCard key={key} draft={draft} />
  if (draft.how === 'turn') return <TurnCard key={key} draft={draft} />
  return <NewCard draft={draft} />
}

const NewCard = ({ draft }: { readonly draft: Draft }) => {
  const store = useTranscriptStore()
  const { begin, create } = useTranscriptActions()
  const revision = useTranscript((state) => state.revision)
  const name = useTranscript((state) => state.actor.name)
  const { kind, exact } = draft
  const key = wordsOf.draft(draft)

  const onSave = (typed: AnnotationWords): Faults | null => {
    if (kind === 'correction' && typed.to === exact)
      return { to: 'These words stand there already. Change them first.' }
    const parsed = NewAnnotation.safeParse(newAnnotationOf(draft, draft.revision ?? revision, typed))
    if (!parsed.success) return faultsOf(parsed.error)
    const saved = create(parsed.data)
    focusCardSoon(store.getState().chosen)
    // Once saved it has an id of its own, and its card is drawn anew.
    void saved.then((done) => done && focusCardSoon(store.getState().chosen))
    return null
  }
  const onClose = () => {
    begin(null)
    focusText()
  }
  return (
    <div ref={leaveFocusToText} className={classes.card} data-card={draftId} data-chosen>
      <CardHead kind={kind} label={kinds[kind].label} author={name} aside="new" />
      <AnnotationForm
        key={key}
        kind={kind}
        exact={exact}
        initial={wordsForDraft(draft)}
        wordsKey={key}
        draft={draft}
        onSave={onSave}
        onClose={onClose}
      />
    </div>
  )
}
