import { takeVersion, VersionInput } from '@/lib/data/versions'
import { route } from '@/lib/server/route'
import { Job, MadeVersion } from '@/lib/transcript/job'
import { maxFileBytes } from '@/lib/transcript/transcript'

export const POST = route(VersionInput, takeVersion, {
  summary:
    'Makes a newer version of the file the next revision, or tells what would come of it; a long one becomes a job.',
  may: 'revision.upload',
  answers: MadeVersion,
  refuses: ['conflict', 'too-large'],
  maxBytes: 2 * maxFileBytes, // As for an import: the fields beside the file, and JSON's own escapes.
  accepted: { answers: Job, at: (made) => ('progress' in made ? `/api/v1/jobs/${made.id}` : null) },
  example: { text: 'Marrant: We put ten points on one page.', revision: 1, preview: true },
})
