import { exportTags, TagExportInput, tagMediaTypes } from '@/lib/data/tag-files'
import { attachment } from '@/lib/server/attachment'
import { fileRoute } from '@/lib/server/route'

export const GET = fileRoute(TagExportInput, exportTags, {
  summary: 'Hands the codebook of a desk out as CSV or JSON.',
  may: 'desk.read',
  files: tagMediaTypes,
  respond: ({ name, mediaType, content }) => attachment(name, mediaType, [content]),
})
