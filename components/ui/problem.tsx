import type { ReactNode } from 'react'
import classes from './problem.module.css'

/** What went wrong, in a sentence, announced as it appears. Renders nothing for null. */
export const Problem = ({ children }: { readonly children: ReactNode }) =>
  children ? (
    <div role="alert" className={classes.problem}>
      {children}
    </div>
  ) : null
