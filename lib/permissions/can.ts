/** Roles in a desk, each of which may do what those before it may. */
export const roles = ['viewer', 'checker', 'editor', 'owner'] as const
export type Role = (typeof roles)[number]

/** Who acts: a person, whether they administer the site, and their role in each desk (by its id). */
export type Actor = {
  readonly id: string
  readonly name: string
  readonly administrator: boolean
  readonly roles: Readonly<Record<string, Role>>
}

/** What an action is done to. `authorId` is whose item it is, `askedById` who asked for the review that stands. */
export type Subject = {
  readonly deskId?: string
  readonly authorId?: string | null
  readonly byDetector?: boolean
  readonly askedById?: string | null
  /** Whose account it is. */
  readonly personId?: string
}

type Rule = (actor: Actor, subject: Subject) => boolean

const atLeast =
  (role: Role): Rule =>
  (actor, { deskId }) => {
    const held = deskId === undefined ? undefined : actor.roles[deskId]
    return held !== undefined && roles.indexOf(held) >= roles.indexOf(role)
  }
const viewer = atLeast('viewer')
const checker = atLeast('checker')
const editor = atLeast('editor')
const owner = atLeast('owner')
const administrator: Rule = (actor) => actor.administrator
const own: Rule = (actor, { authorId }) => authorId === actor.id
const self: Rule = (actor, { personId }) => personId === actor.id
const asked: Rule = (actor, { askedById }) => askedById === actor.id
const all =
  (...rules: readonly Rule[]): Rule =>
  (actor, subject) =>
    rules.every((rule) => rule(actor, subject))
const any =
  (...rules: readonly Rule[]): Rule =>
  (actor, subject) =>
    rules.some((rule) => rule(actor, subject))
const not =
  (rule: Rule): Rule =>
  (actor, subject) =>
    !rule(actor, subject)

const table = {
  'desk.read': viewer,
  'desk.create': administrator,
  'desk.edit': owner,
  'members.read': viewer,
  'members.manage': any(owner, administrator),
  'accounts.manage': administrator,
  'account.edit': self,

  'transcript.read': viewer,
  'transcript.export': viewer,
  'transcript.import': checker,
  'transcript.describe': checker,
  'transcript.delete': owner,
  'transcript.restore': owner,
  'transcript.start': checker,
  'transcript.ask': checker,
  'transcript.withdraw': all(checker, asked),
  'transcript.approve': all(editor, not(asked)),
  'transcript.send-back': all(editor, not(asked)),
  'transcript.reopen': editor,

  'annotation.create': checker,
  'annotation.edit': all(checker, own),
  'annotation.tag': any(all(checker, own), editor),
  'annotation.delete': any(all(checker, own), owner),
  'annotation.resolve': editor,
  'annotation.dismiss': any(
    all(checker, (_, { byDetector }) => byDetector === true),
    editor,
  ),
  'evidence.add': checker,
  'evidence.edit': all(checker, own),
  'evidence.delete': any(all(checker, own), owner),
  'reply.create': viewer,
  'reply.edit': all(viewer, own),
  'reply.delete': any(all(viewer, own), owner),
} satisfies Record<string, Rule>

export type Action = keyof typeof table
export const actions = Object.keys(table) as readonly Action[]

/**
 * Whether `actor` may do `action` to `subject`. Pure: the page asks it to decide what to show and the use case asks
 * it before it writes. Nobody approves or sends back what they alone asked for.
 */
export const can = (actor: Actor, action: Action, subject: Subject = {}): boolean => table[action](actor, subject)
