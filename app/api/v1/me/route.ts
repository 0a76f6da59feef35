import { z } from 'zod'
import { Me, NameInput, readMe, renameMe } from '@/lib/data/people'
import { route } from '@/lib/server/route'

export const GET = route(z.object({}), readMe, { summary: 'Tells who you are, and your desks.', answers: Me })
export const PATCH = route(NameInput, renameMe, {
  summary: 'Changes your name, everywhere it is shown.',
  may: 'account.edit',
  answers: Me,
  example: { name: 'Mira Okafor' },
})
