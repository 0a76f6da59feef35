import { editReply, RemoveReplyInput, ReplyEdit, removeReply } from '@/lib/data/replies'
import { route } from '@/lib/server/route'

export const PATCH = route(ReplyEdit, editReply)
export const DELETE = route(RemoveReplyInput, removeReply)
