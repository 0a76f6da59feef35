import type { NewAnnotation } from '@/lib/annotation/annotation'
import { admit } from './admit'
import type { Core } from './core'
import { markOf, provisionalAnnotation, temporaryId } from './provisional'
import type { Sending } from './sending'
import type { TranscriptActions } from './store'
import type { Undoing } from './undoing'
import { draftOf, wordsOf } from './words'

type Writes = Pick<
  TranscriptActions,
  | 'create'
  | 'propose'
  | 'save'
  | 'remove'
  | 'resolve'
  | 'dismiss'
  | 'reply'
  | 'editReply'
  | 'removeReply'
  | 'addEvidence'
  | 'editEvidence'
  | 'removeEvidence'
>

/** Everything that is written about annotations, each with the form it comes from; what it means stands in acts.ts. */
export const writes = (core: Core, { act, makeAll }: Pick<Sending, 'act' | 'makeAll'>, undo: Undoing): Writes => {
  const { api, newName, now, words } = core
  /** Makes room for a new annotation among what is shown; gives its temporary id. */
  const admitted = (input: NewAnnotation): string => {
    const { actor, transcript, filter, found } = api.getState()
    const id = temporaryId(newName())
    const author = { id: actor.id, name: actor.name, kind: 'person' as const }
    const made = provisionalAnnotation(input, transcript.id, { id, author, at: new Date(now()).toISOString() })
    const wider = admit(filter, markOf(made))
    if (wider !== filter) api.getState().setFilter(wider)
    // What a person has made stays before their eyes, whatever words the filter looks for.
    if (found) api.setState({ found: new Set([...found, id]) })
    return id
  }
  const create = (input: NewAnnotation): Promise<boolean> => {
    const { draft } = api.getState()
    const id = admitted(input)
    api.setState({ draft: null, chosen: id })
    const { kind, start, end } = input
    const isOpen = draft !== null && draft.kind === kind && draft.start === start && draft.end === end
    // What was begun before a correction keeps the key of where it was begun.
    const key = wordsOf.draft(isOpen ? draft : draftOf(input))
    return act(id, { do: 'create', input }, key)
  }
  const propose: Writes['propose'] = (proposed, draft) => {
    const from = draft && wordsOf.draft(draft)
    const typed = from === null ? undefined : words.read(from)
    const made = proposed.map(({ input, typed: values }) => {
      const begun = draftOf(input)
      // A single change of a turn goes on in the form it was written in: its words may have come back there before.
      const isSame = from !== null && proposed.length === 1 && draft?.how === 'turn' && begun.how === 'turn'
      const key = isSame ? from : wordsOf.draft(begun)
      words.keep(key, { values, draft: isSame ? { ...begun, key } : begun })
      return { id: admitted(input), act: { do: 'create', input } as const, key }
    })
    api.setState({ draft: null, chosen: made[0]?.id ?? null })
    if (from !== null && made.every(({ key }) => key !== from)) words.forget(from)
    const { saved, takeBack } = makeAll(made)
    const what = `${made.length === 1 ? 'Correction' : `${made.length} corrections`} added.`
    undo.offer(what, async () => {
      const isSent = made.every(({ key }) => words.read(key) === undefined)
      await takeBack()
      const isBack = made.filter(({ key }) => words.read(key) !== undefined)
      if (!isSent || isBack.length === 0 || from === null || !typed) return
      // None of it had left: it is what it was before it was saved, one draft.
      for (const { key } of isBack) words.forget(key)
      words.keep(from, typed)
    })
    return saved
  }
  const remove = (id: string) => {
    const { chosen, editing } = api.getState()
    api.setState({ chosen: chosen === id ? null : chosen, editing: editing?.id === id ? null : editing })
    return act(id, { do: 'remove' }, `remove:${id}`)
  }
  return {
    create,
    propose,
    save: (id, edit) => act(id, { do: 'edit', edit }, wordsOf.editing({ id, part: 'annotation' })),
    remove,
    resolve: (id, resolved) => act(id, { do: 'resolve', resolved }, `resolve:${id}`),
    dismiss: (id, reason) =>
      act(
        id,
        { do: 'dismiss', reason },
        // A reason that was begun is not what opens a flag again.
        reason === null ? `reopen:${id}` : wordsOf.editing({ id, part: 'dismiss' }),
      ),
    reply: (id, body) => act(id, { do: 'reply', body }, wordsOf.editing({ id, part: 'reply' })),
    editReply: (id, item, body) =>
      act(id, { do: 'editReply', item, body }, wordsOf.editing({ id, part: 'reply', item })),
    removeReply: (id, item) => act(id, { do: 'removeReply', item }, `remove-reply:${id}:${item}`),
    addEvidence: (id, evidence) => act(id, { do: 'addEvidence', evidence }, wordsOf.editing({ id, part: 'evidence' })),
    editEvidence: (id, item, edit) =>
      act(id, { do: 'editEvidence', item, edit }, wordsOf.editing({ id, part: 'evidence', item })),
    removeEvidence: (id, item) => act(id, { do: 'removeEvidence', item }, `remove-evidence:${id}:${item}`),
  }
}
