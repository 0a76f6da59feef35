'use client'
import { cloneElement, type KeyboardEvent, type ReactElement, useId, useState } from 'react'
import styles from './hint.module.css'

type Hinted = {
  readonly 'aria-describedby'?: string | undefined
}

type Props = {
  readonly says: string | null
  /** Which edge of what it explains it keeps to. */
  readonly side?: 'start' | 'end'
  readonly children: ReactElement<Hinted>
}

/** A sentence under a button, shown while the pointer or the focus is on it; Escape takes it away. Nothing for null. */
export const Hint = ({ says, side = 'start', children }: Props) => {
  const id = useId()
  const [shown, show] = useState(false)
  if (says === null) return children
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && shown) show(false)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for what the button inside it is told.
    <span
      className={styles.hinted}
      onPointerEnter={() => show(true)}
      onPointerLeave={() => show(false)}
      onFocus={() => show(true)}
      onBlur={() => show(false)}
      onClick={() => show(true)}
      onKeyDown={onKeyDown}
    >
      {cloneElement(children, { 'aria-describedby': id })}
      <span role="tooltip" id={id} className={styles.says} data-side={side} data-shown={shown || undefined}>
        {says}
      </span>
    </span>
  )
}
