'use client'
import type { Conflict } from '@/components/api/store'
import { useTranscriptActions } from '@/components/api/store-context'
import { formOf } from '@/components/api/words'
import { Keyed } from './buttons'
import { CardBody, Written } from './card-body'
import { focusCardSoon } from './focus'
import classes from './form.module.css'

type Props = { readonly wordsKey: string; readonly conflict: Conflict }

/** What is stored of the thing the form is about: a reply, a row of evidence, or the whole card. */
const Theirs = ({ wordsKey, conflict: { theirs } }: Props) => {
  const form = formOf(wordsKey)
  if (form?.part === 'reply') {
    const reply = theirs.replies.find((one) => one.id === form.item)
    return reply ? <Written body={reply.body} /> : <p>The reply was deleted.</p>
  }
  if (form?.part === 'evidence') {
    const row = theirs.check?.evidence.find((one) => one.id === form.item)
    if (!row) return <p>The evidence was deleted.</p>
    return (
      <p>
        {row.source.title}
        {row.quote && ` “${row.quote}”`} {row.note}
      </p>
    )
  }
  return (
    <>
      <CardBody annotation={theirs} />
      {theirs.tags.length > 0 && <p>Tags: {theirs.tags.join(', ')}</p>}
    </>
  )
}

/** Says that somebody changed the same thing meanwhile, shows their version, and lets one choose. */
export const ConflictNotice = ({ wordsKey, conflict }: Props) => {
  const { takeTheirs } = useTranscriptActions()
  const take = () => {
    takeTheirs(wordsKey)
    focusCardSoon(conflict.theirs.id)
  }
  return (
    <div className={classes.conflict} role="alert">
      <p>
        <b>Changed meanwhile by {conflict.by}.</b> Yours is below and is not lost. Theirs:
      </p>
      <div className={classes.theirs}>
        <Theirs wordsKey={wordsKey} conflict={conflict} />
      </div>
      <Keyed onClick={take}>Take theirs</Keyed>
    </div>
  )
}
