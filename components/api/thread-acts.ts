import type { Annotation, Evidence, NewEvidence } from '@/lib/annotation/annotation'
import { type Acts, type Meaning, type Part, sendEdit } from './acting'
import type { Patch } from './ledger'
import { provisionalEvidence, replied, withEvidence } from './provisional'

const on =
  (change: (annotation: Annotation) => Annotation): Patch =>
  (now) =>
    now && change(now)

const replyOf = (annotation: Annotation, id: string) => annotation.replies.find((one) => one.id === id)
const evidenceOf = (annotation: Annotation, id: string) => annotation.check?.evidence.find((row) => row.id === id)

const changed = (row: Evidence, { source, ...rest }: Partial<NewEvidence>): Evidence => ({
  ...row,
  ...rest,
  ...(source && { source: { id: null, title: source.title, url: source.url ?? null } }),
})

/** What the row says in the fields that `edit` touches. */
const reverseOf = (row: Evidence, edit: Partial<NewEvidence>): Partial<NewEvidence> => ({
  ...(edit.source && { source: { title: row.source.title, url: row.source.url } }),
  ...(edit.quote !== undefined && { quote: row.quote }),
  ...(edit.stance && { stance: row.stance }),
  ...(edit.note !== undefined && { note: row.note }),
})

/** The annotation without one of its replies or rows. */
const without = (annotation: Annotation, item: string): Annotation => ({
  ...withEvidence(annotation, (rows) => rows.filter((row) => row.id !== item)),
  replies: annotation.replies.filter((one) => one.id !== item),
})

type Item = { readonly item: string }

const replyPart = ({ item }: Item, annotation: Annotation): Part | undefined => {
  const reply = replyOf(annotation, item)
  return reply && { version: reply.version, says: { body: reply.body } }
}
const evidencePart = ({ item, edit }: Acts['editEvidence'], annotation: Annotation): Part | undefined => {
  const row = evidenceOf(annotation, item)
  return row && { version: row.version, says: reverseOf(row, edit) }
}

/** Taking away a reply or a row of evidence, and bringing it back. */
const taking = (
  kind: 'replies' | 'evidence',
  name: string,
  restore: 'restoreReply' | 'restoreEvidence',
): Pick<Meaning<Item>, 'patch' | 'part' | 'send' | 'takesAway' | 'undo'> => {
  const part = ({ item }: Item, annotation: Annotation): Part | undefined => {
    const found = kind === 'replies' ? replyOf(annotation, item) : evidenceOf(annotation, item)
    return found && { version: found.version, says: null }
  }
  return {
    patch: ({ item }) => on((now) => without(now, item)),
    part,
    send: async (act, { request, seen, stored }) => {
      const known = (seen && part(act, seen)) ?? (stored && part(act, stored))
      const answer = await request<Annotation | undefined>('DELETE', `/${kind}/${act.item}`, {
        version: known?.version ?? 0,
      })
      return answer ?? (stored && without(stored, act.item))
    },
    takesAway: true,
    undo: ({ item }, answer) => answer && { what: `${name} deleted.`, id: answer.id, act: { do: restore, item } },
  }
}

type Own =
  | 'reply'
  | 'editReply'
  | 'removeReply'
  | 'restoreReply'
  | 'addEvidence'
  | 'editEvidence'
  | 'removeEvidence'
  | 'restoreEvidence'

/** What is written under an annotation: replies, and the evidence of a source check. */
export const threadActs: { readonly [Name in Own]: Meaning<Acts[Name]> } = {
  reply: {
    what: () => 'Reply',
    patch: ({ body }, given) => on((now) => replied(now, body, given)),
    send: ({ body }, { request, id, name }) =>
      request<Annotation>('POST', `/annotations/${id}/replies`, { body: { body }, name }),
    undo: (_, answer, before, by) => {
      const isNew = (id: string) => !before || replyOf(before, id) === undefined
      const made = answer?.replies.findLast(({ id, author }) => author.id === by && isNew(id))
      return answer && made && { what: 'Reply added.', id: answer.id, act: { do: 'removeReply', item: made.id } }
    },
  },
  editReply: {
    what: () => 'Edit of a reply',
    patch: ({ item, body }) =>
      on((now) => ({ ...now, replies: now.replies.map((one) => (one.id === item ? { ...one, body } : one)) })),
    part: replyPart,
    send: (act, way) => sendEdit(way, `/replies/${act.item}`, { body: act.body }, (now) => replyPart(act, now)),
    undo: ({ item }, answer, before) => {
      const was = before && replyOf(before, item)
      return answer && was && { what: 'Reply changed.', id: answer.id, act: { do: 'editReply', item, body: was.body } }
    },
  },
  removeReply: { what: () => 'Deletion of a reply', ...taking('replies', 'Reply', 'restoreReply') },
  restoreReply: {
    what: () => 'Bringing back a reply',
    patch: () => (now) => now,
    send: ({ item }, { request, name }) => request<Annotation>('POST', `/replies/${item}/restore`, { name }),
  },
  addEvidence: {
    what: () => 'New evidence',
    patch: ({ evidence }, given) =>
      on((now) => withEvidence(now, (rows) => [...rows, provisionalEvidence(evidence, given)])),
    send: ({ evidence }, { request, id, name }) =>
      request<Annotation>('POST', `/annotations/${id}/evidence`, { body: evidence, name }),
    undo: (_, answer, before, by) => {
      const isNew = (id: string) => !before || evidenceOf(before, id) === undefined
      const made = answer?.check?.evidence.findLast((row) => row.by.id === by && isNew(row.id))
      return answer && made && { what: 'Evidence added.', id: answer.id, act: { do: 'removeEvidence', item: made.id } }
    },
  },
  editEvidence: {
    what: () => 'Edit of evidence',
    patch: ({ item, edit }) =>
      on((now) => withEvidence(now, (rows) => rows.map((row) => (row.id === item ? changed(row, edit) : row)))),
    part: evidencePart,
    send: (act, way) => sendEdit(way, `/evidence/${act.item}`, act.edit, (now) => evidencePart(act, now)),
    undo: ({ item, edit }, answer, before) => {
      const was = before && evidenceOf(before, item)
      return (
        answer &&
        was && {
          what: 'Evidence changed.',
          id: answer.id,
          act: { do: 'editEvidence', item, edit: reverseOf(was, edit) },
        }
      )
    },
  },
  removeEvidence: { what: () => 'Deletion of evidence', ...taking('evidence', 'Evidence', 'restoreEvidence') },
  restoreEvidence: {
    what: () => 'Bringing back evidence',
    patch: () => (now) => now,
    send: ({ item }, { request, name }) => request<Annotation>('POST', `/evidence/${item}/restore`, { name }),
  },
}
