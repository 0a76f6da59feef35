'use client'
import type { ReactNode } from 'react'
import { Keyed } from '@/components/annotation/buttons'
import classes from './history.module.css'

type Props = {
  /** What is stepped through: "Change". */
  readonly what: string
  readonly at: number | null
  readonly of: number
  readonly step: (by: 1 | -1) => void
  /** What the one gone to is, for narrow windows, where its row is out of sight. */
  readonly children?: ReactNode
}

/** Where one is among changes or annotations, and the way on and back without the keys. */
export const StepBar = ({ what, at, of, step, children }: Props) => (
  <div className={classes.steps} data-steps>
    {children && <span className={classes.aboutStep}>{children}</span>}
    <span className={classes.at}>
      {at === null
        ? `${of.toLocaleString('en')} in all`
        : `${what} ${(at + 1).toLocaleString('en')} of ${of.toLocaleString('en')}`}
    </span>
    <Keyed onClick={() => step(-1)} keyed="K">
      Before
    </Keyed>
    <Keyed onClick={() => step(1)} keyed="J">
      Next
    </Keyed>
  </div>
)
