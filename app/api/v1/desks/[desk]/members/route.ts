import { listMembers, Member, MembersInput } from '@/lib/data/members'
import { pageOfEach } from '@/lib/data/page'
import { route } from '@/lib/server/route'

export const GET = route(MembersInput, listMembers, {
  summary: 'Lists the people of a desk and their roles.',
  may: 'members.read',
  answers: pageOfEach(Member),
})
