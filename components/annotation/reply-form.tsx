'use client'
import { useState } from 'react'
import { useTranscript, useTranscriptActions } from '@/components/api/store-context'
import { wordsOf } from '@/components/api/words'
import type { Reply } from '@/lib/annotation/annotation'
import type { Body } from '@/lib/annotation/body'
import { ConflictNotice } from './conflict-notice'
import { focusCardSoon } from './focus'
import { FormFrame } from './form-frame'
import { NoteEditor } from './note-editor'
import { useKeptWords } from './use-kept-words'

type Words = { readonly body: Body | null }

/** The form of a reply, new or standing. */
export const ReplyForm = ({ id, reply }: { readonly id: string; readonly reply?: Reply }) => {
  const actions = useTranscriptActions()
  const key = wordsOf.editing({ id, part: 'reply', ...(reply && { item: reply.id }) })
  const { values, change, turn } = useKeptWords<Words>(key, { body: reply?.body ?? null })
  const [fault, setFault] = useState<string>()
  const conflict = useTranscript((state) => state.conflicts.get(key))
  const onSave = () => {
    const { body } = values
    if (body === null) return setFault('Write the reply first.')
    actions.edit(null)
    focusCardSoon(id)
    void (reply ? actions.editReply(id, reply.id, body) : actions.reply(id, body))
  }
  const onClose = () => {
    actions.edit(null)
    focusCardSoon(id)
  }
  return (
    <FormFrame
      wordsKey={key}
      name={reply ? 'Edit reply' : 'New reply'}
      saves={conflict ? 'Keep mine' : reply ? 'Save' : 'Reply'}
      onSave={onSave}
      onClose={onClose}
    >
      {conflict && <ConflictNotice wordsKey={key} conflict={conflict} />}
      <div data-editor-first>
        <NoteEditor
          key={turn}
          label="Reply"
          bare
          focused
          value={values.body}
          error={fault}
          onChange={(body) => change({ body })}
        />
      </div>
    </FormFrame>
  )
}
