import { Annotation } from '@/lib/annotation/annotation'
import { ReplyInput, restoreReply } from '@/lib/data/replies'
import { route } from '@/lib/server/route'

export const POST = route(ReplyInput, restoreReply, {
  summary: 'Brings a deleted reply back.',
  may: 'reply.delete',
  answers: Annotation,
})
