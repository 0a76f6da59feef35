import { Desk, DeskEdit, DeskInput, editDesk, readDesk } from '@/lib/data/desks'
import { route } from '@/lib/server/route'

export const GET = route(DeskInput, readDesk, { summary: 'Gives one desk.', may: 'desk.read', answers: Desk })
export const PATCH = route(DeskEdit, editDesk, {
  summary: 'Renames a desk; its address stays.',
  may: 'desk.edit',
  answers: Desk,
  example: { name: 'Foreign desk' },
})
