'use client'
import type { Annotation } from '@/lib/annotation/annotation'
import type { Body } from '@/lib/annotation/body'
import { bodyToHtml } from '@/lib/annotation/body-html'
import { toRepair } from '@/lib/annotation/to-repair'
import classes from './card.module.css'
import { between, timesWords, verdictLabel, verdictTone } from './card-words'
import { CorrectionWords } from './correction-words'

/** Rich text as it was written. Its HTML is made by our own writer, which lets only the allowed nodes through. */
export const Written = ({ body, className }: { readonly body: Body; readonly className?: string }) => (
  <div
    className={`${classes.written} ${className ?? ''}`}
    // biome-ignore lint/security/noDangerouslySetInnerHtml: bodyToHtml escapes all text and writes only allowed nodes
    dangerouslySetInnerHTML={{ __html: bodyToHtml(body) }}
  />
)

/** A verdict in words, on a tint that leans the same way. */
export const Verdict = ({ id }: { readonly id: string }) => (
  <span className={classes.verdict} data-tone={verdictTone(id)}>
    {verdictLabel(id)}
  </span>
)

type FlagProps = { readonly flag: NonNullable<Annotation['flag']>; readonly state: Annotation['state'] }

/** What a flag found, what was expected, and why; and why it was dismissed or archived. */
export const FlagWords = ({ flag, state }: FlagProps) => (
  <>
    <p className={classes.passage}>
      <b>{flag.found}</b>
      {flag.expected.length > 0 && (
        <>
          {between(flag.sort)}
          {flag.expected.map((expected, at) => (
            <span key={expected}>
              {at > 0 && ' or '}
              <b>{expected}</b>
            </span>
          ))}
        </>
      )}
      {timesWords(flag.evidence.length)}
    </p>
    <p className={classes.words}>{flag.reason}</p>
    {flag.dismissedFor !== null && (
      <p className={classes.aside}>
        <b>{state === 'archived' ? 'Archived' : 'Dismissed'}</b> {flag.dismissedFor}
      </p>
    )}
  </>
)

/** What an annotation says, by its kind: a correction's change, a flag's finding, a check's claim, then the note. */
export const CardBody = ({ annotation }: { readonly annotation: Annotation }) => {
  const { anchor, body, check, correction, flag, placed } = annotation
  return (
    <>
      {toRepair(annotation) && (
        <blockquote className={classes.quote}>
          <p>{anchor.exact}</p>
          <footer>
            <b>{placed === 'lost' ? 'Lost' : 'Doubtful place'}</b>
            {placed === 'lost' ? ': its words were taken out of the text.' : ': other words stand here now.'}
          </footer>
        </blockquote>
      )}
      {check && <p className={classes.words}>{check.claim}</p>}
      {check && (
        <p className={classes.verdictLine}>
          <Verdict id={check.verdict} />
        </p>
      )}
      {flag && <FlagWords flag={flag} state={annotation.state} />}
      {correction && <CorrectionWords annotation={annotation} correction={correction} />}
      {body && <Written body={body} />}
    </>
  )
}
