import type { Annotation, AnnotationEdit, NewAnnotation } from '@/lib/annotation/annotation'
import { kinds } from '@/lib/annotation/kinds'
import { admit } from './admit'
import type { Core } from './core'
import { edited, leavesAlone, markOf, provisionalAnnotation, reverseOf, temporaryId } from './provisional'
import { currentOf, type Sending } from './sending'
import type { TranscriptActions } from './store'
import { wordsOf } from './words'

/** The words of an annotation's kind in a sentence: “note”, “source check”. */
const nameOf = (annotation: Annotation | undefined) =>
  annotation ? kinds[annotation.kind].label.toLowerCase() : 'card'

type AnnotationWrites = Pick<TranscriptActions, 'create' | 'save' | 'remove' | 'resolve' | 'dismiss'>

/** Making, changing and taking away annotations. `bases` holds each open form's annotation as it was when it opened. */
export const annotationWrites = (core: Core, sending: Sending, bases: Map<string, Annotation>): AnnotationWrites => {
  const { api, ledger, request } = core
  const { send, offerUndo } = sending
  const state = () => api.getState()
  const author = () => ({ id: state().actor.id, name: state().actor.name, kind: 'person' as const })

  /** What a person has made stays before their eyes, whatever words the filter looks for. */
  const admitFound = (id: string) => {
    const { found } = state()
    if (found) api.setState({ found: new Set([...found, id]) })
  }

  const create = async (input: NewAnnotation): Promise<boolean> => {
    const { transcript, chosen: before } = state()
    const id = temporaryId(core.newName())
    const made = provisionalAnnotation(input, transcript.id, {
      id,
      author: author(),
      at: new Date(core.now()).toISOString(),
    })
    const draft = { kind: input.kind, start: input.start, end: input.end, exact: input.exact ?? '' }
    const name = nameOf(made)
    const follow = (from: string | null, to: string | null) => {
      if (state().chosen === from) api.setState({ chosen: to })
      const { editing } = state()
      if (editing && editing.id === from && to !== null) api.setState({ editing: { ...editing, id: to } })
    }
    const wider = admit(state().filter, markOf(made))
    if (wider !== state().filter) state().setFilter(wider)
    admitFound(id)
    api.setState({ draft: null, chosen: id })
    const saved = await send({
      id,
      key: wordsOf.draft(draft),
      what: `New ${name}`,
      makes: true,
      patch: (now) => now ?? made,
      send: async () => {
        const answer = await request<Annotation>('POST', `/transcripts/${transcript.id}/annotations`, { body: input })
        ledger.rename(id, answer.id)
        admitFound(answer.id)
        return answer
      },
      saved: (answer) => {
        if (!answer) return
        follow(id, answer.id)
        offerUndo(`${kinds[answer.kind].label} added.`, () => remove(answer.id))
      },
      // A highlight has no form: it stands in the list of what is not saved.
      show: () => {
        if (input.kind !== 'highlight') state().begin(draft)
      },
    })
    if (!saved) follow(id, before)
    return saved
  }

  const save = (id: string, edit: AnnotationEdit) => saveAs(wordsOf.editing({ id, part: 'annotation' }), id, edit)

  const saveAs = async (key: string, id: string, edit: AnnotationEdit): Promise<boolean> => {
    if (!ledger.annotation(ledger.nameOf(id))) await state().load([id])
    const seen = bases.get(key) ?? ledger.stored(ledger.nameOf(id))
    const patchAt = (name: string, version: number) =>
      request<Annotation>('PATCH', `/annotations/${name}`, { body: edit, version })
    let before = seen
    return send({
      id,
      key,
      what: `Edit of a ${nameOf(seen)}`,
      patch: (now) => now && edited(now, edit),
      send: async (name, stored) => {
        before = stored
        const newest = stored && (!seen || leavesAlone(edit, seen, stored))
        const version = newest ? stored.version : seen?.version
        try {
          return await patchAt(name, version ?? 0)
        } catch (error) {
          const current = currentOf(error)
          // Somebody changed other parts of it: both changes can stand.
          if (current && seen && leavesAlone(edit, seen, current)) return await patchAt(name, current.version)
          if (current) bases.set(key, current)
          throw error
        }
      },
      saved: (answer) => {
        bases.delete(key)
        const back = before && reverseOf(before, edit)
        if (answer && back)
          offerUndo(`${kinds[answer.kind].label} changed.`, () => saveAs(`undo:${answer.id}`, answer.id, back))
      },
    })
  }

  const restore = (gone: Annotation) =>
    send({
      id: gone.id,
      key: `restore:${gone.id}`,
      what: `Bringing back a ${nameOf(gone)}`,
      patch: (now) => now ?? gone,
      send: (id) => request<Annotation>('POST', `/annotations/${id}/restore`),
    })

  const remove = async (id: string): Promise<boolean> => {
    if (!ledger.annotation(ledger.nameOf(id))) await state().load([id])
    const { chosen, editing } = state()
    let gone: Annotation | undefined
    api.setState({ chosen: chosen === id ? null : chosen, editing: editing?.id === id ? null : editing })
    return send({
      id,
      key: `remove:${id}`,
      what: `Deletion of a ${nameOf(ledger.stored(ledger.nameOf(id)))}`,
      patch: () => null,
      send: async (name, stored) => {
        gone = stored
        await request('DELETE', `/annotations/${name}`, { version: stored?.version ?? 0 })
        return undefined
      },
      saved: () => {
        const was = gone
        if (was) offerUndo(`${kinds[was.kind].label} deleted.`, () => restore(was))
      },
    })
  }

  const resolve = async (id: string, resolved: boolean): Promise<boolean> => {
    if (!ledger.annotation(ledger.nameOf(id))) await state().load([id])
    return send({
      id,
      key: `resolve:${id}`,
      what: resolved ? 'Resolving a card' : 'Opening a card again',
      patch: (now) => now && { ...now, state: resolved ? 'resolved' : 'open' },
      send: (name) => request<Annotation>('POST', `/annotations/${name}/resolve`, { body: { resolved } }),
      saved: (answer) =>
        answer &&
        offerUndo(`${kinds[answer.kind].label} ${resolved ? 'resolved' : 'opened again'}.`, () =>
          resolve(answer.id, !resolved),
        ),
    })
  }

  const dismiss = async (id: string, reason: string | null): Promise<boolean> => {
    if (!ledger.annotation(ledger.nameOf(id))) await state().load([id])
    const before = ledger.stored(ledger.nameOf(id))?.flag?.dismissedFor ?? null
    return send({
      id,
      key: wordsOf.editing({ id, part: 'dismiss' }),
      what: reason === null ? 'Opening a flag again' : 'Dismissal of a flag',
      patch: (now) =>
        now && {
          ...now,
          state: reason === null ? 'open' : 'dismissed',
          ...(now.flag && { flag: { ...now.flag, dismissedFor: reason } }),
        },
      send: (name) => request<Annotation>('POST', `/annotations/${name}/dismiss`, { body: { reason } }),
      saved: (answer) =>
        answer &&
        offerUndo(`${kinds[answer.kind].label} ${reason === null ? 'opened again' : 'dismissed'}.`, () =>
          dismiss(answer.id, reason === null ? before : null),
        ),
    })
  }

  return { create, save, remove, resolve, dismiss }
}
