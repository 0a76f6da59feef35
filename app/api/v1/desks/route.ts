import { z } from 'zod'
import { createDesk, listDesks, NewDesk } from '@/lib/data/desks'
import { route } from '@/lib/server/route'

export const GET = route(z.object({}), listDesks)
export const POST = route(NewDesk, createDesk, { created: ({ id }) => `/api/v1/desks/${id}` })
