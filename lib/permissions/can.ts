/** Roles in a desk, each of which may do what those before it may. */
export const roles = ['viewer', 'checker', 'editor', 'owner'] as const
export type Role = (typeof roles)[number]

/** What a token to the API may do. */
export const tokenScopes = ['read', 'write'] as const

/**
 * Who acts: a person, whether they administer the site, and their role in each desk (by its id). Where a script acts for
 * them, the token it came by: it may less than they may.
 */
export type Actor = {
  readonly id: string
  readonly name: string
  readonly administrator: boolean
  readonly roles: Readonly<Record<string, Role>>
  readonly token?: { readonly id: string; readonly scope: (typeof tokenScopes)[number] }
}

/**
 * What an action is done to. `authorId` is whose item it is, `askedById` who asked for the review that stands, `state`
 * that of the transcript it belongs to.
 */
export type Subject = {
  readonly deskId?: string
  readonly authorId?: string | null
  readonly byDetector?: boolean
  readonly askedById?: string | null
  readonly state?: string
  /** Whose account it is. */
  readonly personId?: string
}

/** Whether the transcript is signed off: what was approved stays as it was until an editor reopens it. */
export const isSigned = ({ state }: Pick<Subject, 'state'>): boolean => state === 'approved' || state === 'published'

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
/** Not by a token: what decides who gets in is done by the person themselves. */
const byHand: Rule = (actor) => actor.token === undefined
const own: Rule = (actor, { authorId }) => authorId === actor.id
const self: Rule = (actor, { personId }) => personId === actor.id
const asked: Rule = (actor, { askedById }) => askedById === actor.id
const open: Rule = (_, subject) => !isSigned(subject)
const detected: Rule = (_, { byDetector }) => byDetector === true
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
  'members.read': any(viewer, administrator),
  'members.manage': all(byHand, any(owner, administrator)),
  'accounts.manage': administrator,
  'account.edit': all(byHand, self),
  'token.read': any(all(viewer, own), owner),
  'token.make': all(byHand, viewer),
  'token.revoke': all(byHand, any(all(viewer, own), owner)),

  'codebook.edit': editor,

  'transcript.read': viewer,
  'transcript.export': viewer,
  'transcript.import': checker,
  'transcript.describe': all(checker, open),
  'transcript.delete': owner,
  'transcript.restore': owner,
  'transcript.start': checker,
  'transcript.ask': checker,
  'transcript.withdraw': all(checker, asked),
  'transcript.approve': all(editor, not(asked)),
  'transcript.send-back': all(editor, not(asked)),
  'transcript.reopen': editor,

  'annotation.create': all(checker, open),
  'annotation.edit': all(checker, own, open),
  'annotation.tag': all(any(all(checker, own), editor), open),
  'annotation.delete': all(any(all(checker, own), owner), open),
  'annotation.resolve': all(editor, open),
  'annotation.dismiss': all(any(all(checker, detected), editor), open),
  'annotation.attach': all(any(all(checker, any(own, detected)), editor), open),
  'annotation.archive': all(any(all(checker, any(own, detected)), editor), open),
  'correction.accept': all(editor, open),
  'correction.reject': all(editor, open),
  'revision.undo': all(editor, open),
  'revision.restore': all(editor, open),
  'revision.upload': all(editor, open),
  'annotation.accept': all(any(all(checker, detected), editor), open),
  'evidence.add': all(checker, open),
  'evidence.edit': all(checker, own, open),
  'evidence.delete': all(any(all(checker, own), owner), open),
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
export const can = (actor: Actor, action: Action, subject: Subject = {}): boolean =>
  (actor.token?.scope !== 'read' || /\.(read|export)$/.test(action)) && table[action](actor, subject)
