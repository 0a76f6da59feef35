import { RevisionInput, readRevision } from '@/lib/data/revisions'
import { route } from '@/lib/server/route'
import { textResponse } from '@/lib/server/text'

export const GET = route(
  RevisionInput,
  async (actor, input) => ({ ...(await readRevision(actor, input)), transcriptId: input.transcriptId }),
  { respond: textResponse },
)
