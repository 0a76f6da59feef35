import { BulkResult } from '@/lib/annotation/bulk'
import { UndoInput, undoChange } from '@/lib/data/annotation-bulk-undo'
import { route } from '@/lib/server/route'

export const POST = route(UndoInput, undoChange, {
  summary: 'Takes back what one did to many annotations at once. What others changed since is left and told.',
  may: 'annotation.tag',
  answers: BulkResult,
  example: { change: 214 },
})
