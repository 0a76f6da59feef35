import { listPeople, PeopleInput } from '@/lib/data/people'
import { route } from '@/lib/server/route'

export const GET = route(PeopleInput, listPeople)
