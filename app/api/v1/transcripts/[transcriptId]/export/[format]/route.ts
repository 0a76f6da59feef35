import { ExportInput, exportTranscript } from '@/lib/data/annotated-transcript'
import { attachment } from '@/lib/server/attachment'
import { env } from '@/lib/server/env'
import { route } from '@/lib/server/route'

export const GET = route(ExportInput, (actor, input) => exportTranscript(actor, { ...input, site: env().address }), {
  respond: ({ name, mediaType, content }) => attachment(name, mediaType, content),
})
