import { createDesk, Desk, DesksInput, listDesks, NewDesk } from '@/lib/data/desks'
import { pageOfEach } from '@/lib/data/page'
import { route } from '@/lib/server/route'

export const GET = route(DesksInput, listDesks, { summary: 'Lists your desks by name.', answers: pageOfEach(Desk) })
export const POST = route(NewDesk, createDesk, {
  summary: 'Makes a desk, owned by whoever makes it.',
  may: 'desk.create',
  answers: Desk,
  created: ({ id }) => `/api/v1/desks/${id}`,
  refuses: ['conflict'],
  example: { name: 'Foreign desk' },
})
