import { DeskEdit, DeskInput, editDesk, readDesk } from '@/lib/data/desks'
import { route } from '@/lib/server/route'

export const GET = route(DeskInput, readDesk)
export const PATCH = route(DeskEdit, editDesk)
