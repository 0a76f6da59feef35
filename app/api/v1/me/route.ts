import { z } from 'zod'
import { NameInput, readMe, renameMe } from '@/lib/data/people'
import { route } from '@/lib/server/route'

export const GET = route(z.object({}), readMe)
export const PATCH = route(NameInput, renameMe)
