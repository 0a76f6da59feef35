import { ReplyInput, restoreReply } from '@/lib/data/replies'
import { route } from '@/lib/server/route'

export const POST = route(ReplyInput, restoreReply)
