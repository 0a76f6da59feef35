import type { TranscriptState } from '@/lib/transcript/transcript'
import classes from './state-pill.module.css'

/** What a transcript's state is called on screen. */
export const stateLabels: Readonly<Record<TranscriptState, string>> = {
  draft: 'Draft',
  checking: 'Checking',
  'in-review': 'In review',
  approved: 'Approved',
  published: 'Published',
}

/** Where a transcript stands, as a small pill. */
export const StatePill = ({ state }: { readonly state: TranscriptState }) => (
  <span className={classes.pill} data-state={state}>
    {stateLabels[state]}
  </span>
)
