import { TagImport } from '@/lib/annotation/tag'
import { importTags, TagImportInput } from '@/lib/data/tag-files'
import { route } from '@/lib/server/route'

export const POST = route(TagImportInput, importTags, {
  summary: 'Takes a codebook in from CSV or JSON, or says what that would do. Nothing is taken out.',
  may: 'codebook.edit',
  answers: TagImport,
  refuses: ['conflict'],
  example: { text: 'name,colour,note\non record,green,Said for publication\n', apply: false },
})
