import { type Action, type Actor, can, type Role, roles } from './can'

/** Who may do an action, in roles: `any` whoever's the thing is, `own` only where it is theirs. */
export type WhoMay = {
  readonly any: readonly Role[]
  readonly own: readonly Role[]
  readonly administrator: boolean
  /** Whether a token with scope `write` may do it for those who may. */
  readonly token: boolean
}

const person = (role: Role | null, more: Partial<Actor> = {}): Actor => ({
  ...{ id: 'me', name: 'Me', administrator: false, roles: role === null ? {} : { desk: role } },
  ...more,
})
const theirs = { deskId: 'desk', authorId: 'them', askedById: 'them', personId: 'them' }
const mine = { deskId: 'desk', authorId: 'me', askedById: 'me', personId: 'me' }

/** Asks `can` for each role, so that what is written about a permission is what it says. */
export const whoMay = (action: Action): WhoMay => {
  const any = roles.filter((role) => can(person(role), action, theirs))
  const own = roles.filter((role) => !any.includes(role) && can(person(role), action, mine))
  const token = { id: 'token', scope: 'write' } as const
  return {
    ...{ any, own, administrator: can(person(null, { administrator: true }), action, theirs) },
    token: can(person('owner', { token }), action, mine),
  }
}

const listed = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
const plural = (role: Role) => `${role}s`
const first = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Who may do an action as a sentence: "Owners. Checkers and editors for their own." */
export const whoMayInWords = (action: Action): string => {
  const { any, own, administrator, token } = whoMay(action)
  const all = [
    ...(any.length === roles.length ? ['every member of the desk'] : any.map(plural)),
    ...(administrator ? ['administrators'] : []),
  ]
  const theirOwn = own.length === roles.length ? 'everybody' : listed(own.map(plural))
  return [
    ...(all.length > 0 ? [`${first(listed(all))}.`] : []),
    ...(own.length > 0 ? [`${first(theirOwn)} for their own.`] : []),
    ...(token ? [] : ['Not with a token.']),
  ].join(' ')
}
