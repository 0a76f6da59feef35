import { readRevision, TextInput } from '@/lib/data/revisions'
import { route } from '@/lib/server/route'
import { textResponse } from '@/lib/server/text'

export const GET = route(
  TextInput,
  async (actor, { transcriptId, revision: number }) => ({
    ...(await readRevision(actor, { transcriptId, number })),
    transcriptId,
  }),
  { respond: textResponse },
)
