import type { ReactNode } from 'react'
import { Empty } from '@/components/ui/page'
import classes from './history.module.css'

type Props = { readonly list: ReactNode; readonly compared: ReactNode; readonly corrected: boolean }

/** The revisions on one side, what two of them differ by on the other. */
export const History = ({ list, compared, corrected }: Props) => (
  <div className={classes.history}>
    {list}
    <div>
      {compared}
      {!corrected && (
        <div className={classes.none}>
          <Empty title="Nothing was corrected yet">
            Each correction that an editor accepts makes the next revision. What it changed, who accepted it and why
            will stand here, and any revision can be read, compared and restored.
          </Empty>
        </div>
      )}
    </div>
  </div>
)
