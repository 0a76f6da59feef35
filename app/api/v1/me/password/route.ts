import { changePassword, PasswordInput } from '@/lib/data/people'
import { limitPassword } from '@/lib/server/limits'
import { route } from '@/lib/server/route'

export const POST = route(PasswordInput, (actor, input) => limitPassword(actor.id, () => changePassword(actor, input)))
