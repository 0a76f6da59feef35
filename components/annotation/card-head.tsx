'use client'
import type { ReactNode } from 'react'
import { RelativeTime } from '@/components/ui/time'
import type { Kind } from '@/lib/annotation/kinds'
import classes from './card.module.css'
import { KindMark } from './kind-mark'

type Props = {
  readonly kind: Kind
  readonly label: string
  readonly author: string
  /** Words that stand at the right: a state, or which of several it is. */
  readonly aside?: string | null
  /** Whether those words say that something is not saved. */
  readonly unsaved?: boolean
  /** When it was made (ISO 8601); shown where nothing else takes the place, and always in the title. */
  readonly at?: string
  readonly children?: ReactNode
}

/** The first line of a card: its mark, what it is, whose, and when or in which state. */
export const CardHead = ({ kind, label, author, aside, unsaved = false, at, children }: Props) => (
  <header className={classes.head}>
    <KindMark kind={kind} />
    <span className={classes.label} data-kind={kind}>
      {label}
    </span>
    <span className={classes.author} title={author}>
      {author}
    </span>
    <span className={classes.when} data-unsaved={unsaved || undefined}>
      {aside}
      {aside && at && ' · '}
      {at && <RelativeTime at={at} />}
    </span>
    {children}
  </header>
)
