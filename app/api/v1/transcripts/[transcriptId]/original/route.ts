import { readOriginal } from '@/lib/data/originals'
import { TranscriptInput } from '@/lib/data/transcripts'
import { attachment } from '@/lib/server/attachment'
import { route } from '@/lib/server/route'

export const GET = route(TranscriptInput, readOriginal, {
  // Never as the type it claims: a file that came from elsewhere is kept, not shown.
  respond: ({ name, bytes }) => attachment(name, 'application/octet-stream', [bytes]),
})
