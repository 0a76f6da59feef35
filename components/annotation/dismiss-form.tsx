'use client'
import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranscriptActions } from '@/components/api/store-context'
import { wordsOf } from '@/components/api/words'
import classes from './card.module.css'
import { focusCardSoon } from './focus'
import { FormFrame } from './form-frame'
import { useKeptWords } from './use-kept-words'

/** Asks why a flag is no fault, before it is dismissed. */
export const DismissForm = ({ id }: { readonly id: string }) => {
  const { dismiss, edit } = useTranscriptActions()
  const key = wordsOf.editing({ id, part: 'dismiss' })
  const { values, change } = useKeptWords(key, { reason: '' })
  const [fault, setFault] = useState<string>()
  const onSave = () => {
    const reason = values.reason.trim()
    if (reason === '') return setFault('Say why this is no fault, so that nobody has to ask again.')
    edit(null)
    focusCardSoon(id)
    void dismiss(id, reason)
  }
  const onClose = () => {
    edit(null)
    focusCardSoon(id)
  }
  return (
    <div className={classes.part}>
      <FormFrame wordsKey={key} name="Dismiss the flag" saves="Dismiss" onSave={onSave} onClose={onClose}>
        <Textarea
          label="Why is this no fault?"
          data-first
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          value={values.reason}
          error={fault}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
      </FormFrame>
    </div>
  )
}
