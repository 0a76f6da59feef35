import { Annotation } from '@/lib/annotation/annotation'
import { editReply, RemoveReplyInput, ReplyEdit, removeReply } from '@/lib/data/replies'
import { route } from '@/lib/server/route'

const text = { type: 'text', text: 'The minutes say eight.' }
export const PATCH = route(ReplyEdit, editReply, {
  summary: 'Changes the words of your own reply.',
  may: 'reply.edit',
  answers: Annotation,
  example: { body: { type: 'doc', content: [{ type: 'paragraph', content: [text] }] } },
})
export const DELETE = route(RemoveReplyInput, removeReply, {
  summary: 'Deletes a reply so that it can be restored.',
  may: 'reply.delete',
  answers: null,
})
