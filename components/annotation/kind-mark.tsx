import type { Kind } from '@/lib/annotation/kinds'
import classes from './kind-mark.module.css'

/** A kind's own mark on a small “Aa”, as it looks in the text, so that colour never stands alone. */
export const KindMark = ({ kind }: { readonly kind: Kind }) => (
  <span className={classes.mark} data-kind={kind} aria-hidden="true">
    Aa
  </span>
)
