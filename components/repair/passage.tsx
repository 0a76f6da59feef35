import type { Kind } from '@/lib/annotation/kinds'
import classes from './repair.module.css'
import { nearby } from './repair-words'

type Props = {
  readonly before: string
  readonly words: string
  readonly after: string
  readonly cut: boolean
  readonly kind: Kind
}

/** Words of a text as they are marked there, with what stands around them. Those who hear the page are told which they are. */
export const Passage = ({ words, cut, kind, ...around }: Props) => {
  const { before, after } = nearby({ words, ...around })
  return (
    <p className={classes.passage} dir="auto">
      <span className={classes.around}>{before}</span>
      {words === '' ? (
        <span className={classes.gone} role="img" aria-label="Here its words stood.">
          ‸
        </span>
      ) : (
        <mark className={classes.words} data-kind={kind}>
          {words}
          {cut && '…'}
        </mark>
      )}
      <span className={classes.around}>{after}</span>
    </p>
  )
}
