import { listRevisions, RevisionsInput } from '@/lib/data/revisions'
import { route } from '@/lib/server/route'

export const GET = route(RevisionsInput, listRevisions)
