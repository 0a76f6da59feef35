import { listMembers, MembersInput } from '@/lib/data/members'
import { route } from '@/lib/server/route'

export const GET = route(MembersInput, listMembers)
