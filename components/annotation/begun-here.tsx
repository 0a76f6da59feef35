'use client'
import { useSyncExternalStore } from 'react'
import { useTranscriptActions, useWords } from '@/components/api/store-context'
import { formOf } from '@/components/api/words'
import { Quiet } from './buttons'
import classes from './card.module.css'

const continues = {
  annotation: 'Continue your edit',
  reply: 'Continue your reply',
  evidence: 'Continue your evidence',
  dismiss: 'Continue your reason',
}

/** What was begun on this card and is not saved, each to be taken up again. */
export const BegunHere = ({ id }: { readonly id: string }) => {
  const { edit } = useTranscriptActions()
  const words = useWords()
  const keys = useSyncExternalStore(
    words.onChange,
    () =>
      words
        .keys()
        .filter((key) => formOf(key)?.id === id)
        .join('\n'),
    () => '',
  )
  if (keys === '') return null
  return (
    <p className={classes.small}>
      {keys.split('\n').map((key) => {
        const form = formOf(key)
        if (form === null) return null
        return (
          <Quiet key={key} onClick={() => edit(form)}>
            {continues[form.part]}
          </Quiet>
        )
      })}
    </p>
  )
}
