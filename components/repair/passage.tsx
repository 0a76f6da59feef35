import type { Kind } from '@/lib/annotation/kinds'
import classes from './repair.module.css'
import { nearAfter, nearBefore } from './repair-words'

type Props = {
  readonly before: string
  readonly words: string
  readonly after: string
  readonly cut: boolean
  readonly kind: Kind
}

/** Words of a text as they are marked there, with what stands around them. Those who hear the page are told which they are. */
export const Passage = ({ before, words, after, cut, kind }: Props) => (
  <p className={classes.passage} dir="auto">
    {before && <span className={classes.around}>…{nearBefore(before)}</span>}
    {words !== '' && (
      <mark className={classes.words} data-kind={kind}>
        {words}
        {cut && '…'}
      </mark>
    )}
    {words === '' && (
      <span className={classes.gone} role="img" aria-label="Here its words stood.">
        ‸
      </span>
    )}
    {after && <span className={classes.around}>{nearAfter(after)}…</span>}
  </p>
)
