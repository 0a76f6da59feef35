import { readAnnotatedTranscript } from '@/lib/data/annotated-transcript'
import { ExportInput } from '@/lib/data/export-input'
import { fileName, formats } from '@/lib/export'
import { attachment } from '@/lib/server/attachment'
import { env } from '@/lib/server/env'
import { route } from '@/lib/server/route'

export const GET = route(
  ExportInput,
  async (actor, { transcriptId, format }) => {
    const address = `${env().address}/transcripts/${transcriptId}`
    const exported = await readAnnotatedTranscript(actor, {
      transcriptId,
      exportedAt: new Date().toISOString(),
      address,
    })
    return { format: formats[format], exported }
  },
  {
    respond: ({ format, exported }) => attachment(fileName(format, exported), format.mediaType, format.write(exported)),
  },
)
