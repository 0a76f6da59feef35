import { SetUpInput, setUp } from '@/lib/data/set-up'
import { openRoute } from '@/lib/server/route'

export const POST = openRoute(SetUpInput, setUp)
