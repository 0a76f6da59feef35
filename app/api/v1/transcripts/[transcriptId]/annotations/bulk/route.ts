import { BulkResult } from '@/lib/annotation/bulk'
import { BulkInput, changeAnnotations } from '@/lib/data/annotation-bulk'
import { route } from '@/lib/server/route'

export const POST = route(BulkInput, changeAnnotations, {
  summary: 'Does the same to up to 20,000 annotations at once: resolves, reopens, tags, dismisses or deletes them.',
  may: 'annotation.tag',
  answers: BulkResult,
  maxBytes: 2 * 2 ** 20,
  example: { verb: 'tag', tag: 'on record', ids: ['0199a2c4-5d7e-7c3a-9f10-6b2d8e4a1c55'] },
})
