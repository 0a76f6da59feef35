import { readRevision, TextInput } from '@/lib/data/revisions'
import { fileRoute } from '@/lib/server/route'
import { textResponse } from '@/lib/server/text'

export const GET = fileRoute(
  TextInput,
  async (actor, { transcriptId, revision: number }) => ({
    ...(await readRevision(actor, { transcriptId, number })),
    transcriptId,
  }),
  {
    summary: 'Gives the text of a revision as escaped HTML; the newest where none is named.',
    may: 'transcript.read',
    files: ['text/html'],
    respond: textResponse,
  },
)
