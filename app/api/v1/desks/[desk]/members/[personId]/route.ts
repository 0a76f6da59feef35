import { Member, MemberEdit, MemberInput, removeMember, setRole } from '@/lib/data/members'
import { route } from '@/lib/server/route'

export const PATCH = route(MemberEdit, setRole, {
  summary: 'Gives a person another role in the desk.',
  may: 'members.manage',
  answers: Member,
  example: { role: 'editor' },
})
export const DELETE = route(MemberInput, removeMember, {
  summary: 'Takes a person out of the desk; what they wrote stays under their name.',
  may: 'members.manage',
  answers: null,
})
