import { ChangesInput, listChanges } from '@/lib/data/changes'
import { route } from '@/lib/server/route'

export const GET = route(ChangesInput, listChanges)
