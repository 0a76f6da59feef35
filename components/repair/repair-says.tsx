import card from '@/components/annotation/card.module.css'
import { FlagWords, Verdict, Written } from '@/components/annotation/card-body'
import { authorWords, headLabel } from '@/components/annotation/card-words'
import { CorrectionChange } from '@/components/annotation/correction-words'
import { KindMark } from '@/components/annotation/kind-mark'
import { RelativeTime } from '@/components/ui/time'
import type { Annotation } from '@/lib/annotation/annotation'
import classes from './repair.module.css'
import { placedWords } from './repair-words'

/** What an annotation is and says, whoever made it, and that it has no sure place. */
export const RepairSays = ({
  annotation,
  headingId,
}: {
  readonly annotation: Annotation
  readonly headingId: string
}) => {
  const { kind, flag, check, correction, body, tags, replies, createdAt, placed } = annotation
  return (
    <>
      <header className={classes.kind}>
        <KindMark kind={kind} />
        <h2 id={headingId} className={classes.kindName} data-kind={kind} tabIndex={-1}>
          {headLabel({ kind, sort: flag?.sort })}
        </h2>
        <span className={classes.soft}>
          {authorWords(annotation)} · <RelativeTime at={createdAt} />
        </span>
        <span className={classes.placed} data-placed={placed}>
          {placedWords(placed)}
        </span>
      </header>
      <div className={classes.says}>
        {check && (
          <p>
            {check.claim} <Verdict id={check.verdict} />
          </p>
        )}
        {flag && <FlagWords flag={flag} state={annotation.state} />}
        {correction && <CorrectionChange {...correction} />}
        {body && <Written body={body} />}
        {replies.length > 0 && (
          <p className={classes.soft}>{replies.length === 1 ? '1 reply' : `${replies.length} replies`}</p>
        )}
        {tags.length > 0 && (
          <ul className={card.tags} aria-label="Tags">
            {tags.map((tag) => (
              <li key={tag}>{tag}</li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
