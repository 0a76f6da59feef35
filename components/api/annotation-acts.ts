import type { Annotation } from '@/lib/annotation/annotation'
import { kinds } from '@/lib/annotation/kinds'
import { type Acts, type Meaning, sendEdit } from './acting'
import { edited, provisionalAnnotation, reverseOf } from './provisional'

const labelOf = (annotation: Annotation) => kinds[annotation.kind].label

/** The words of an annotation's kind in a sentence: “note”, “source check”. */
const nameOf = (annotation: Annotation | undefined) => (annotation ? labelOf(annotation).toLowerCase() : 'card')

type Own = 'create' | 'edit' | 'remove' | 'restore' | 'resolve' | 'dismiss'

/** Making, changing and taking away annotations. */
export const annotationActs: { readonly [Name in Own]: Meaning<Acts[Name]> } = {
  create: {
    what: ({ input }) => `New ${kinds[input.kind].label.toLowerCase()}`,
    patch: ({ input }, given, transcriptId) => {
      const made = provisionalAnnotation(input, transcriptId, given)
      return (now) => now ?? made
    },
    send: ({ input }, { request, name, transcriptId }) =>
      request<Annotation>('POST', `/transcripts/${transcriptId}/annotations`, { body: input, name }),
    undo: (_, answer) => answer && { what: `${labelOf(answer)} added.`, id: answer.id, act: { do: 'remove' } },
  },
  edit: {
    what: (_, annotation) => `Edit of a ${nameOf(annotation)}`,
    patch:
      ({ edit }) =>
      (now) =>
        now && edited(now, edit),
    part: ({ edit }, annotation) => ({ version: annotation.version, says: reverseOf(annotation, edit) }),
    send: ({ edit }, way) =>
      sendEdit(way, `/annotations/${way.id}`, edit, (annotation) => ({
        version: annotation.version,
        says: reverseOf(annotation, edit),
      })),
    undo: ({ edit }, answer, before) =>
      answer &&
      before && {
        what: `${labelOf(answer)} changed.`,
        id: answer.id,
        act: { do: 'edit', edit: reverseOf(before, edit) },
      },
  },
  remove: {
    what: (_, annotation) => `Deletion of a ${nameOf(annotation)}`,
    patch: () => () => null,
    part: (_, annotation) => ({ version: annotation.version, says: null }),
    send: async (_, { request, id, seen, stored }) => {
      await request('DELETE', `/annotations/${id}`, { version: (seen ?? stored)?.version ?? 0 })
      return undefined
    },
    takesAway: true,
    undo: (_, _answer, before) =>
      before && { what: `${labelOf(before)} deleted.`, id: before.id, act: { do: 'restore', gone: before } },
  },
  restore: {
    what: ({ gone }) => `Bringing back a ${nameOf(gone)}`,
    patch:
      ({ gone }) =>
      (now) =>
        now ?? gone,
    send: (_, { request, id, name }) => request<Annotation>('POST', `/annotations/${id}/restore`, { name }),
  },
  resolve: {
    what: ({ resolved }) => (resolved ? 'Resolving a card' : 'Opening a card again'),
    patch:
      ({ resolved }) =>
      (now) =>
        now && { ...now, state: resolved ? 'resolved' : 'open' },
    send: ({ resolved }, { request, id, name }) =>
      request<Annotation>('POST', `/annotations/${id}/resolve`, { body: { resolved }, name }),
    undo: ({ resolved }, answer) =>
      answer && {
        what: `${labelOf(answer)} ${resolved ? 'resolved' : 'opened again'}.`,
        id: answer.id,
        act: { do: 'resolve', resolved: !resolved },
      },
  },
  dismiss: {
    what: ({ reason }) => (reason === null ? 'Opening a flag again' : 'Dismissal of a flag'),
    patch:
      ({ reason }) =>
      (now) =>
        now && {
          ...now,
          state: reason === null ? 'open' : 'dismissed',
          ...(now.flag && { flag: { ...now.flag, dismissedFor: reason } }),
        },
    send: ({ reason }, { request, id, name }) =>
      request<Annotation>('POST', `/annotations/${id}/dismiss`, { body: { reason }, name }),
    undo: ({ reason }, answer, before) =>
      answer && {
        what: `${labelOf(answer)} ${reason === null ? 'opened again' : 'dismissed'}.`,
        id: answer.id,
        act: { do: 'dismiss', reason: reason === null ? (before?.flag?.dismissedFor ?? null) : null },
      },
  },
}
