'use client'
import { useState } from 'react'
import { isTemporary } from '@/components/api/provisional'
import { useTranscript, useTranscriptActions } from '@/components/api/store-context'
import { RelativeTime } from '@/components/ui/time'
import type { Annotation, Reply } from '@/lib/annotation/annotation'
import { can } from '@/lib/permissions/can'
import { Quiet } from './buttons'
import classes from './card.module.css'
import { Written } from './card-body'
import { ReplyForm } from './forms'

/** How many of the last replies stand open; earlier ones are folded into a count. */
const open = { chosen: 4, other: 1 }

type RowProps = { readonly id: string; readonly reply: Reply; readonly whole: boolean }

const Row = ({ id, reply, whole }: RowProps) => {
  const actor = useTranscript((state) => state.actor)
  const deskId = useTranscript((state) => state.transcript.desk.id)
  const { edit, removeReply } = useTranscriptActions()
  const subject = { deskId, authorId: reply.author.id }
  const waiting = isTemporary(reply.id)
  return (
    <>
      <div className={classes.reply}>
        <b>{reply.author.name}</b> <Written body={reply.body} />
      </div>
      {whole && (
        <p className={classes.small}>
          {waiting ? 'saving' : <RelativeTime at={reply.createdAt} />}
          {!waiting && can(actor, 'reply.edit', subject) && (
            <Quiet onClick={() => edit({ id, part: 'reply', item: reply.id })} name="Edit this reply">
              Edit
            </Quiet>
          )}
          {!waiting && can(actor, 'reply.delete', subject) && (
            <Quiet onClick={() => void removeReply(id, reply.id)} name={`Delete the reply by ${reply.author.name}`}>
              Delete
            </Quiet>
          )}
        </p>
      )}
    </>
  )
}

/** What was answered to an annotation, the latest last; a long thread is folded until it is asked for. */
export const Thread = ({ annotation, chosen }: { readonly annotation: Annotation; readonly chosen: boolean }) => {
  const [unfolded, setUnfolded] = useState(false)
  const editing = useTranscript((state) => (state.editing?.id === annotation.id ? state.editing : null))
  const writing = editing?.part === 'reply' ? (editing.item ?? 'new') : null
  const { id, replies } = annotation
  const limit = chosen ? open.chosen : open.other
  const folded = unfolded && chosen ? 0 : Math.max(0, replies.length - limit)
  const hidden = replies.slice(0, folded).some((reply) => reply.id === writing) ? 0 : folded
  return (
    <>
      {replies.length > 0 && (
        <div className={classes.part}>
          {hidden > 0 &&
            (chosen ? (
              <Quiet onClick={() => setUnfolded(true)}>
                {hidden === 1 ? '1 earlier reply' : `${hidden} earlier replies`}
              </Quiet>
            ) : (
              <p className={classes.small}>{hidden === 1 ? '1 earlier reply' : `${hidden} earlier replies`}</p>
            ))}
          <ul className={classes.thread} aria-label="Replies">
            {replies.slice(hidden).map((reply) => (
              <li key={reply.id}>
                {writing === reply.id ? (
                  <ReplyForm id={id} reply={reply} />
                ) : (
                  <Row id={id} reply={reply} whole={chosen} />
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {writing === 'new' && (
        <div className={classes.part}>
          <ReplyForm id={id} />
        </div>
      )}
    </>
  )
}
