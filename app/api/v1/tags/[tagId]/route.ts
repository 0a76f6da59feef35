import { TagEntry } from '@/lib/annotation/tag'
import { deleteTag, editTag, TagAt, TagEdit } from '@/lib/data/tags'
import { route } from '@/lib/server/route'

export const PATCH = route(TagEdit, editTag, {
  summary: 'Changes a tag of the codebook. Annotations keep the words they carry.',
  may: 'codebook.edit',
  answers: TagEntry,
  example: { colour: 'teal' },
})
export const DELETE = route(TagAt, deleteTag, {
  summary: 'Takes a tag out of the codebook. Annotations keep the word.',
  may: 'codebook.edit',
  answers: null,
})
