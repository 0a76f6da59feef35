import { addReply, NewReply } from '@/lib/data/replies'
import { route } from '@/lib/server/route'

export const POST = route(NewReply, addReply, { created: ({ id }) => `/api/v1/annotations/${id}` })
