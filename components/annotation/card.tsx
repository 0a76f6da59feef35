'use client'
import { type KeyboardEvent, type MouseEvent, memo } from 'react'
import { isTemporary } from '@/components/api/provisional'
import { useTranscript, useTranscriptActions } from '@/components/api/store-context'
import { TagDot } from '@/components/ui/tag-dot'
import { BegunHere } from './begun-here'
import classes from './card.module.css'
import { CardActions } from './card-actions'
import { CardBody } from './card-body'
import { CardHead } from './card-head'
import { authorWords, cardName, headLabel, stateWords, unsavedWords } from './card-words'
import { Clash } from './correction-words'
import { EvidenceList } from './evidence-list'
import { focusText, leaveFocusToText } from './focus'
import { AnnotationEditForm, DismissForm } from './forms'
import { PickBox } from './pick-box'
import pickClasses from './pick-box.module.css'
import { Thread } from './thread'
import { useCodebook } from './use-codebook'
import { useShowLine } from './use-show-line'

type Props = {
  readonly id: string
  /** Which of several it is: “2 of 10”. */
  readonly place?: string | null
}

const interactive = 'a, button, input, textarea, select, label, [contenteditable], [role="option"], [role="menuitem"]'

/** The first thing in a card that can be pressed. */
const firstControl = (card: HTMLElement) => card.querySelector<HTMLElement>('footer button, button, a[href]')

/** A mark whose words are not here yet: what is known of it already. */
const Skeleton = ({ id }: { readonly id: string }) => {
  const mark = useTranscript((state) => state.marks.get(id))
  const author = useTranscript((state) => (mark ? state.people[mark.author] : undefined))
  if (!mark) return null
  const whose = mark.detector ? 'by detector' : (author ?? '')
  return (
    <>
      <CardHead kind={mark.kind} label={headLabel(mark)} author={whose} aside={stateWords(mark)} />
      <div className={classes.waiting} aria-hidden="true" />
    </>
  )
}

const Filled = ({
  id,
  chosen,
  place,
}: {
  readonly id: string
  readonly chosen: boolean
  readonly place: Props['place']
}) => {
  const annotation = useTranscript((state) => state.annotations.get(id))
  const editing = useTranscript((state) => (state.editing?.id === id ? state.editing : null))
  const unsaved = useTranscript((state) => unsavedWords(id, state))
  const codebook = useCodebook()
  if (!annotation) return <Skeleton id={id} />
  const { kind, flag, createdAt, tags } = annotation
  const aside = unsaved ?? stateWords(annotation) ?? place ?? null
  return (
    <>
      <CardHead
        kind={kind}
        label={headLabel({ kind, sort: flag?.sort })}
        author={authorWords(annotation)}
        aside={aside}
        unsaved={unsaved !== null}
        at={unsaved || (place && aside === place) ? undefined : createdAt}
      />
      {editing?.part === 'annotation' ? (
        <AnnotationEditForm annotation={annotation} />
      ) : (
        <div className={chosen ? undefined : classes.compact}>
          <CardBody annotation={annotation} />
        </div>
      )}
      {tags.length > 0 && editing?.part !== 'annotation' && (
        <ul className={classes.tags} aria-label="Tags">
          {tags.map((tag) => {
            const entry = codebook.get(tag)
            return (
              <li key={tag} title={entry?.note || undefined}>
                {entry && <TagDot colour={entry.colour} />}
                {tag}
              </li>
            )
          })}
        </ul>
      )}
      {annotation.check && <EvidenceList annotation={annotation} whole={chosen} />}
      <Thread annotation={annotation} chosen={chosen} />
      {editing?.part === 'dismiss' && <DismissForm id={id} kind={kind} />}
      <Clash id={id} />
      {chosen && editing === null && <BegunHere id={id} />}
      {chosen && editing === null && <CardActions annotation={annotation} />}
    </>
  )
}

/** One annotation beside its text. The chosen one is raised and open; any other is compact. */
export const Card = memo(({ id, place = null }: Props) => {
  const name = useTranscript((state) => {
    const annotation = state.annotations.get(id)
    return annotation ? cardName(annotation) : 'Annotation, being loaded'
  })
  const chosen = useTranscript((state) => state.chosen === id)
  const lit = useTranscript((state) => state.hovered === id)
  const saving = useTranscript((state) => state.busy.has(id))
  const picked = useTranscript((state) => state.picked.has(id))
  const { choose, hover, pick, pickTo } = useTranscriptActions()

  const showLine = useShowLine()
  const open = () => {
    choose(id)
    showLine(id)
  }
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const many = event.shiftKey || event.ctrlKey || event.metaKey
    if (many && !(event.target as HTMLElement).closest(interactive) && !isTemporary(id)) {
      // Shift selects words on its way.
      window.getSelection()?.removeAllRanges()
      return event.shiftKey ? pickTo(id) : pick([id], !picked)
    }
    const selecting = !window.getSelection()?.isCollapsed
    if (selecting || (event.target as HTMLElement).closest(interactive)) return
    open()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // A menu opened from the card is drawn elsewhere and has keys of its own.
    if (event.defaultPrevented || !event.currentTarget.contains(event.target as Node)) return
    const atCard = event.target === event.currentTarget
    if (event.key === 'Enter' && atCard) {
      event.preventDefault()
      if (chosen) firstControl(event.currentTarget)?.focus()
      else open()
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      if (atCard) focusText()
      else event.currentTarget.focus({ preventScroll: true })
    }
  }
  return (
    <article
      ref={leaveFocusToText}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a card is a stop on the way through the page, Enter opens it
      tabIndex={0}
      className={picked ? `${classes.card} ${pickClasses.picked}` : classes.card}
      data-card={id}
      data-chosen={chosen || undefined}
      data-lit={lit || undefined}
      aria-label={name}
      aria-busy={saving}
      aria-current={chosen || undefined}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onPointerEnter={() => hover(id)}
      onPointerLeave={() => hover(null)}
    >
      {!isTemporary(id) && <PickBox id={id} name={name} />}
      <Filled id={id} chosen={chosen} place={place} />
    </article>
  )
})
Card.displayName = 'Card'
