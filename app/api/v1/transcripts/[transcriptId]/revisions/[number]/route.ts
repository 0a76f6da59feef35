import { RevisionInput, readRevision } from '@/lib/data/revisions'
import { route } from '@/lib/server/route'

export const GET = route(RevisionInput, readRevision)
