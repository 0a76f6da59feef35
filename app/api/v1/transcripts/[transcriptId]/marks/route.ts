import { readMarks } from '@/lib/data/marks'
import { TranscriptInput } from '@/lib/data/transcripts'
import { route } from '@/lib/server/route'

export const GET = route(TranscriptInput, readMarks)
