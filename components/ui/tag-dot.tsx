import type { TagColour } from '@/lib/annotation/tag-colours'
import classes from './tag-dot.module.css'

/** The colour of a tag, beside its name: never the colour alone. */
export const TagDot = ({ colour }: { readonly colour: TagColour }) => (
  <span className={classes.dot} style={{ background: `var(--tag-${colour})` }} aria-hidden="true" />
)
