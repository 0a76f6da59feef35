import { OriginalInput, readOriginal } from '@/lib/data/originals'
import { attachment } from '@/lib/server/attachment'
import { fileRoute } from '@/lib/server/route'

// Never as the type it claims: a file that came from elsewhere is kept, not shown.
const mediaType = 'application/octet-stream'
export const GET = fileRoute(OriginalInput, readOriginal, {
  summary: 'Gives the file that a transcript, or a later revision of it, came from, byte for byte.',
  may: 'transcript.read',
  files: [mediaType],
  respond: ({ name, bytes }) => attachment(name, mediaType, [bytes]),
})
