import type { Annotation, Evidence, NewEvidence } from '@/lib/annotation/annotation'
import type { Body } from '@/lib/annotation/body'
import type { Core } from './core'
import type { Patch } from './ledger'
import { provisionalEvidence, replied, temporaryId, withEvidence } from './provisional'
import type { Sending } from './sending'
import type { TranscriptActions } from './store'
import { wordsOf } from './words'

const changed = (row: Evidence, { source, ...rest }: Partial<NewEvidence>): Evidence => ({
  ...row,
  ...rest,
  ...(source && { source: { id: null, title: source.title, url: source.url ?? null } }),
})

/** The annotation without one of its replies or rows, or undefined where it is not known. */
const without = (annotation: Annotation | undefined, item: string): Annotation | undefined =>
  annotation && {
    ...withEvidence(annotation, (rows) => rows.filter((row) => row.id !== item)),
    replies: annotation.replies.filter((one) => one.id !== item),
  }

type ThreadWrites = Pick<
  TranscriptActions,
  'reply' | 'editReply' | 'removeReply' | 'addEvidence' | 'editEvidence' | 'removeEvidence'
>

/** What is written under an annotation: replies, and the evidence of a source check. */
export const threadWrites = (core: Core, { send, offerUndo }: Sending): ThreadWrites => {
  const { api, request } = core
  const provision = () => {
    const { id, name } = api.getState().actor
    return {
      id: temporaryId(core.newName()),
      author: { id, name, kind: 'person' as const },
      at: new Date(core.now()).toISOString(),
    }
  }
  const on =
    (change: (annotation: Annotation) => Annotation): Patch =>
    (now) =>
      now && change(now)
  const replyOf = (annotation: Annotation | undefined, id: string) => annotation?.replies.find((one) => one.id === id)
  const evidenceOf = (annotation: Annotation | undefined, id: string) =>
    annotation?.check?.evidence.find((row) => row.id === id)

  const reply = async (id: string, body: Body) => {
    if (!core.ledger.annotation(core.ledger.nameOf(id))) await api.getState().load([id])
    const given = provision()
    return send({
      id,
      key: wordsOf.editing({ id, part: 'reply' }),
      what: 'Reply',
      makes: true,
      patch: on((now) => replied(now, body, given)),
      send: (name) => request<Annotation>('POST', `/annotations/${name}/replies`, { body: { body } }),
      saved: (answer) => {
        const made = answer?.replies.findLast((one) => one.author.id === given.author.id)
        if (answer && made) offerUndo('Reply added.', () => removeReply(answer.id, made.id))
      },
    })
  }

  const editReply = (id: string, item: string, body: Body) => {
    let before: Body | undefined
    return send({
      id,
      key: wordsOf.editing({ id, part: 'reply', item }),
      what: 'Edit of a reply',
      patch: on((now) => ({ ...now, replies: now.replies.map((one) => (one.id === item ? { ...one, body } : one)) })),
      send: (_, seen) => {
        const old = replyOf(seen, item)
        before = old?.body
        return request<Annotation>('PATCH', `/replies/${item}`, { body: { body }, version: old?.version ?? 0 })
      },
      saved: () => {
        const was = before
        if (was) offerUndo('Reply changed.', () => editReply(id, item, was))
      },
    })
  }

  const restore = (id: string, path: string, what: string) =>
    send({
      id,
      key: `restore:${path}`,
      what,
      patch: (now) => now,
      send: () => request<Annotation>('POST', `${path}/restore`),
    })

  const removeReply = (id: string, item: string) =>
    send({
      id,
      key: `remove-reply:${item}`,
      what: 'Deletion of a reply',
      patch: (now) => without(now ?? undefined, item) ?? null,
      send: (_, seen) =>
        request<Annotation>('DELETE', `/replies/${item}`, { version: replyOf(seen, item)?.version ?? 0 }).then(
          (answer) => answer ?? without(seen, item),
        ),
      saved: () => offerUndo('Reply deleted.', () => restore(id, `/replies/${item}`, 'Bringing back a reply')),
    })

  const addEvidence = async (id: string, evidence: NewEvidence) => {
    if (!core.ledger.annotation(core.ledger.nameOf(id))) await api.getState().load([id])
    const given = provision()
    return send({
      id,
      key: wordsOf.editing({ id, part: 'evidence' }),
      what: 'New evidence',
      makes: true,
      patch: on((now) => withEvidence(now, (rows) => [...rows, provisionalEvidence(evidence, given)])),
      send: (name) => request<Annotation>('POST', `/annotations/${name}/evidence`, { body: evidence }),
      saved: (answer) => {
        const made = answer?.check?.evidence.findLast((row) => row.by.id === given.author.id)
        if (answer && made) offerUndo('Evidence added.', () => removeEvidence(answer.id, made.id))
      },
    })
  }

  const editEvidence = (id: string, item: string, edit: Partial<NewEvidence>) => {
    let before: NewEvidence | undefined
    return send({
      id,
      key: wordsOf.editing({ id, part: 'evidence', item }),
      what: 'Edit of evidence',
      patch: on((now) => withEvidence(now, (rows) => rows.map((row) => (row.id === item ? changed(row, edit) : row)))),
      send: (_, seen) => {
        const old = evidenceOf(seen, item)
        if (old) before = { source: old.source, quote: old.quote, stance: old.stance, note: old.note }
        return request<Annotation>('PATCH', `/evidence/${item}`, { body: edit, version: old?.version ?? 0 })
      },
      saved: () => {
        const was = before
        if (was) offerUndo('Evidence changed.', () => editEvidence(id, item, was))
      },
    })
  }

  const removeEvidence = (id: string, item: string) =>
    send({
      id,
      key: `remove-evidence:${item}`,
      what: 'Deletion of evidence',
      patch: (now) => without(now ?? undefined, item) ?? null,
      send: (_, seen) =>
        request<Annotation>('DELETE', `/evidence/${item}`, { version: evidenceOf(seen, item)?.version ?? 0 }).then(
          (answer) => answer ?? without(seen, item),
        ),
      saved: () => offerUndo('Evidence deleted.', () => restore(id, `/evidence/${item}`, 'Bringing back evidence')),
    })

  return { reply, editReply, removeReply, addEvidence, editEvidence, removeEvidence }
}
