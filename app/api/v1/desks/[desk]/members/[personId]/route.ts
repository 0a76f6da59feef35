import { MemberEdit, MemberInput, removeMember, setRole } from '@/lib/data/members'
import { route } from '@/lib/server/route'

export const PATCH = route(MemberEdit, setRole)
export const DELETE = route(MemberInput, removeMember)
