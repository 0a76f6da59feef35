import { pageOfEach } from '@/lib/data/page'
import { Account, listPeople, PeopleInput } from '@/lib/data/people'
import { route } from '@/lib/server/route'

export const GET = route(PeopleInput, listPeople, {
  summary: 'Lists every account of the site.',
  may: 'accounts.manage',
  answers: pageOfEach(Account),
})
