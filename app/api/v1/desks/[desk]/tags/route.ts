import { TagEntry } from '@/lib/annotation/tag'
import { DeskInput } from '@/lib/data/desks'
import { pageOfEach } from '@/lib/data/page'
import { createTag, listTags, NewTag } from '@/lib/data/tags'
import { route } from '@/lib/server/route'

const summary = 'Lists the codebook of a desk: its tags with colour and note, by name.'
export const GET = route(DeskInput, listTags, { summary, may: 'desk.read', answers: pageOfEach(TagEntry) })
export const POST = route(NewTag, createTag, {
  summary: 'Adds a tag to the codebook of a desk.',
  may: 'codebook.edit',
  answers: TagEntry,
  created: ({ id }) => `/api/v1/tags/${id}`,
  refuses: ['conflict'],
  example: { name: 'on record', colour: 'green', note: 'Said for publication, by name.' },
})
