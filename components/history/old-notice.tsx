import { WholeTime } from '@/components/ui/time'
import { addressOf } from './history-query'
import classes from './old-revision.module.css'

type Props = {
  readonly transcriptId: string
  readonly revision: number
  readonly head: number
  readonly createdAt: string
}

/** Which text this is, so that nobody takes an old one for the present one. */
export const OldNotice = ({ transcriptId, revision, head, createdAt }: Props) => (
  <p className={classes.notice} data-old={revision < head || undefined}>
    <b>
      Revision {revision}, as it stood on <WholeTime at={createdAt} />
      {revision < head ? ': not the present text.' : ': the present text.'}
    </b>{' '}
    It is here to be read, with its annotations where they stood then.{' '}
    {revision < head && (
      <>
        <a href={addressOf(transcriptId, { from: revision, to: head, view: 'one' })}>What changed since</a>
        {' · '}
      </>
    )}
    <a href={`/transcripts/${transcriptId}`}>Work on the present text</a>
  </p>
)
