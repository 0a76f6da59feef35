import { ExportInput, exportTranscript } from '@/lib/data/annotated-transcript'
import { exportFormats } from '@/lib/export'
import { attachment } from '@/lib/server/attachment'
import { env } from '@/lib/server/env'
import { fileRoute } from '@/lib/server/route'

export const GET = fileRoute(
  ExportInput,
  (actor, input) => exportTranscript(actor, { ...input, site: env().address }),
  {
    summary: 'Hands a transcript over as a file, with its annotations.',
    may: 'transcript.export',
    files: exportFormats.map(({ mediaType }) => mediaType),
    respond: ({ name, mediaType, content }) => attachment(name, mediaType, content),
  },
)
