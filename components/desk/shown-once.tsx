'use client'
import { Button, CopyButton, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './shown-once.module.css'

type Props = {
  readonly label: string
  readonly value: string
  /** Whether it is for a machine, and so written in letters of one width. */
  readonly code?: boolean
  readonly children: ReactNode
}

/** A secret that is shown this once: what it is for, the words themselves, and a button that copies them. */
export const ShownOnce = ({ label, value, code = false, children }: Props) => (
  <div className={classes.made} role="status">
    <p>{children}</p>
    <div className={classes.line}>
      <TextInput
        aria-label={label}
        readOnly
        value={value}
        onFocus={({ currentTarget }) => currentTarget.select()}
        className={classes.value}
        data-code={code || undefined}
      />
      <CopyButton value={value} timeout={4000}>
        {({ copied, copy }) => (
          <Button variant={copied ? 'light' : 'filled'} color={copied ? 'green' : 'accent'} onClick={copy} miw={84}>
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
    </div>
  </div>
)
