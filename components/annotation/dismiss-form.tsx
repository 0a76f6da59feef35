'use client'
import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranscriptActions } from '@/components/api/store-context'
import { wordsOf } from '@/components/api/words'
import type { Kind } from '@/lib/annotation/kinds'
import classes from './card.module.css'
import { focusCardSoon } from './focus'
import { FormFrame } from './form-frame'
import { useKeptWords } from './use-kept-words'

const asked = {
  flag: {
    name: 'Dismiss the flag',
    saves: 'Dismiss',
    label: 'Why is this no fault?',
    fault: 'Say why this is no fault, so that nobody has to ask again.',
  },
  correction: {
    name: 'Reject the correction',
    saves: 'Reject',
    label: 'Why is it rejected?',
    fault: 'Say why, so that whoever proposed it knows.',
  },
}

/** Asks why a flag is no fault, before it is dismissed; or why a correction is not made, before it is rejected. */
export const DismissForm = ({ id, kind }: { readonly id: string; readonly kind: Kind }) => {
  const { dismiss, reject, edit } = useTranscriptActions()
  const { name, saves, label, fault: missing } = asked[kind === 'correction' ? 'correction' : 'flag']
  const key = wordsOf.editing({ id, part: 'dismiss' })
  const { values, change } = useKeptWords(key, { reason: '' })
  const [fault, setFault] = useState<string>()
  const onSave = () => {
    const reason = values.reason.trim()
    if (reason === '') return setFault(missing)
    edit(null)
    focusCardSoon(id)
    void (kind === 'correction' ? reject([id], reason) : dismiss(id, reason))
  }
  const onClose = () => {
    edit(null)
    focusCardSoon(id)
  }
  return (
    <div className={classes.part}>
      <FormFrame wordsKey={key} name={name} saves={saves} onSave={onSave} onClose={onClose}>
        <Textarea
          label={label}
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
