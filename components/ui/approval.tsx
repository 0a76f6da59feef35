import type { TranscriptSummary } from '@/lib/transcript/transcript'
import { RelativeTime } from './time'

/** Who approved a transcript last, at which revision and when; one that was reopened since says so, as the exports do. */
export const Approval = ({ by, at, revision, stands }: NonNullable<TranscriptSummary['approval']>) => (
  <>
    Approved by {by.name} at revision {revision}, <RelativeTime at={at} />
    {!stands && '; reopened since'}
  </>
)
