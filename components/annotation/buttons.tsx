'use client'
import type { ReactNode } from 'react'
import { useSingleKeys } from '@/components/ui/single-keys'
import classes from './buttons.module.css'

type Props = {
  readonly onClick: () => void
  readonly children: ReactNode
  /** What it is called, where its words alone do not say what it is about. */
  readonly name?: string
}

/** A button that is only words. */
export const Quiet = ({ onClick, children, name }: Props) => (
  <button type="button" className={classes.quiet} onClick={onClick} aria-label={name}>
    {children}
  </button>
)

type KeyedProps = Props & {
  /** The key that does the same, as it is written on screen. */
  readonly keyed?: string
  readonly leading?: boolean
  readonly disabled?: boolean
}

/** A small button with its key beside it. */
export const Keyed = ({ onClick, children, name, keyed, leading = false, disabled = false }: KeyedProps) => {
  const [singleKeys] = useSingleKeys()
  const single = keyed?.length === 1
  const shown = singleKeys || !single
  return (
    <button
      type="button"
      className={classes.keyed}
      data-leading={leading || undefined}
      onClick={onClick}
      aria-label={name}
      aria-keyshortcuts={single && singleKeys ? keyed : undefined}
      disabled={disabled}
    >
      {children}
      {keyed && shown && (
        <span className={classes.key} aria-hidden="true">
          {keyed}
        </span>
      )}
    </button>
  )
}
