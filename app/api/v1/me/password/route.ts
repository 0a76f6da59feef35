import { changePassword, PasswordInput } from '@/lib/data/people'
import { route } from '@/lib/server/route'

export const POST = route(PasswordInput, changePassword)
