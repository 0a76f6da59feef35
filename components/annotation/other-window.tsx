'use client'
import { useSyncExternalStore } from 'react'
import { useWords } from '@/components/api/store-context'
import { Keyed } from './buttons'
import { excerptOf } from './excerpt-of'
import classes from './form.module.css'

/** Says that the same form holds other words in another window, and lets one take them. Neither is lost. */
export const OtherWindow = ({ wordsKey }: { readonly wordsKey: string }) => {
  const words = useWords()
  const other = useSyncExternalStore(
    words.onChange,
    () => words.elsewhere(wordsKey),
    () => undefined,
  )
  if (!other) return null
  return (
    <div className={classes.conflict} role="status">
      <p>
        <b>Another window has other words for this.</b> {excerptOf(other.values)}
      </p>
      <Keyed onClick={() => words.takeElsewhere(wordsKey)}>Take those</Keyed>
    </div>
  )
}
