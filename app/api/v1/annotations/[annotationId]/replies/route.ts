import { Annotation } from '@/lib/annotation/annotation'
import { addReply, NewReply } from '@/lib/data/replies'
import { route } from '@/lib/server/route'

const text = { type: 'text', text: 'The minutes say eight.' }
export const POST = route(NewReply, addReply, {
  summary: 'Adds a reply to an annotation, and gives the whole annotation.',
  may: 'reply.create',
  answers: Annotation,
  created: ({ id }) => `/api/v1/annotations/${id}`,
  example: { body: { type: 'doc', content: [{ type: 'paragraph', content: [text] }] } },
})
