import type { NewAnnotation } from '@/lib/annotation/annotation'
import { admit } from './admit'
import type { Core } from './core'
import { markOf, provisionalAnnotation, temporaryId } from './provisional'
import type { Sending } from './sending'
import type { TranscriptActions } from './store'
import { wordsOf } from './words'

type Writes = Pick<
  TranscriptActions,
  | 'create'
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
export const writes = ({ api, newName, now }: Core, { act }: Pick<Sending, 'act'>): Writes => {
  const create = (input: NewAnnotation): Promise<boolean> => {
    const { actor, transcript, filter, found, draft } = api.getState()
    const id = temporaryId(newName())
    const author = { id: actor.id, name: actor.name, kind: 'person' as const }
    const made = provisionalAnnotation(input, transcript.id, { id, author, at: new Date(now()).toISOString() })
    const wider = admit(filter, markOf(made))
    if (wider !== filter) api.getState().setFilter(wider)
    // What a person has made stays before their eyes, whatever words the filter looks for.
    if (found) api.setState({ found: new Set([...found, id]) })
    api.setState({ draft: null, chosen: id })
    const { kind, start, end, exact = '', revision } = input
    const isOpen = draft !== null && draft.kind === kind && draft.start === start && draft.end === end
    // What was begun before a correction keeps the key of where it was begun.
    const key = wordsOf.draft(isOpen ? draft : { kind, start, end, exact, revision })
    return act(id, { do: 'create', input }, key)
  }
  const remove = (id: string) => {
    const { chosen, editing } = api.getState()
    api.setState({ chosen: chosen === id ? null : chosen, editing: editing?.id === id ? null : editing })
    return act(id, { do: 'remove' }, `remove:${id}`)
  }
  return {
    create,
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
