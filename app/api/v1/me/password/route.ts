import { changePassword, PasswordInput } from '@/lib/data/people'
import { Ended } from '@/lib/data/sessions'
import { limitPassword } from '@/lib/server/limits'
import { route } from '@/lib/server/route'

export const POST = route(
  PasswordInput,
  (actor, input) => limitPassword(actor.id, () => changePassword(actor, input)),
  {
    summary: 'Changes your password and ends your other sessions.',
    may: 'account.edit',
    answers: Ended,
    refuses: ['too-many'],
    example: { current: 'the old ferry bell', password: 'a lamp over the quay' },
  },
)
