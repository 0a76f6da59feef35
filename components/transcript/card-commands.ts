import { focusCard } from '@/components/annotation/focus'
import { isTemporary } from '@/components/api/provisional'
import type { TranscriptActions, TranscriptView } from '@/components/api/store'
import type { Mark } from '@/lib/annotation/annotation'
import { type Action, can } from '@/lib/permissions/can'
import { copyLink } from './copy-link'

/** What is done with the chosen card by key. */
export type CardCommand =
  | 'open'
  | 'edit'
  | 'reply'
  | 'evidence'
  | 'resolve'
  | 'dismiss'
  | 'accept'
  | 'accept-everywhere'
  | 'remove'
  | 'link'

/** What became of a key: done (what was saved is announced with its undo), refused with the reason, or not meant for this card. */
export type Outcome = { readonly done?: true; readonly refused?: string } | null

/** Accepts a correction, or what a flag suggests: for an editor at once, else as a proposal. */
const accept = (
  { id, kind, state, placed }: Mark,
  everywhere: boolean,
  may: (action: Action) => boolean,
  view: TranscriptView & TranscriptActions,
): Outcome => {
  if (state !== 'open') return null
  if (kind === 'correction' && !everywhere) {
    if (!may('correction.accept')) return { refused: 'An editor of the desk accepts corrections.' }
    if (placed === 'lost') return { refused: 'Its words are no longer in the text: there is nothing to replace.' }
    void view.accept([id])
    return { done: true }
  }
  const flag = kind === 'flag' ? view.annotations.get(id)?.flag : undefined
  const [to] = flag?.expected ?? []
  if (flag === undefined) return null
  if (!may('annotation.accept')) return { refused: 'An editor of the desk accepts the flags of other people.' }
  if (to === undefined) return { refused: 'This flag suggests no words. Propose a correction with R.' }
  if (everywhere && flag.evidence.length === 0) return { refused: 'This flag names no other place.' }
  void view.acceptFlag(id, to, everywhere)
  return { done: true }
}

/** Does with a card what the key means, as far as this person may. */
export const doWithCard = (command: CardCommand, mark: Mark, view: TranscriptView & TranscriptActions): Outcome => {
  const { id, kind, state, author, detector } = mark
  const subject = {
    deskId: view.transcript.desk.id,
    state: view.transcript.state,
    authorId: author,
    byDetector: detector !== undefined,
  }
  const may = (action: Action) => can(view.actor, action, subject)
  const form = (part: 'annotation' | 'reply' | 'evidence' | 'dismiss'): Outcome => {
    view.edit({ id, part })
    return { done: true }
  }
  switch (command) {
    case 'open':
      return focusCard(id) ? { done: true } : null
    case 'edit':
      if (may('annotation.edit') || may('annotation.tag')) return form('annotation')
      return { refused: 'Only whoever wrote it can edit it. You can reply with M.' }
    case 'reply':
      return may('reply.create') ? form('reply') : null
    case 'evidence':
      return kind === 'check' && may('evidence.add') ? form('evidence') : null
    case 'resolve':
    case 'dismiss': {
      if (state === 'dismissed') {
        if (!may('annotation.dismiss')) return { refused: 'An editor of the desk opens a dismissed flag again.' }
        void view.dismiss(id, null)
        return { done: true }
      }
      if (command === 'dismiss' && kind === 'correction') {
        if (state !== 'open') return null
        return may('correction.reject') ? form('dismiss') : { refused: 'An editor of the desk rejects corrections.' }
      }
      if (command === 'dismiss') {
        if (kind !== 'flag' || state !== 'open') return null
        return may('annotation.dismiss')
          ? form('dismiss')
          : { refused: 'An editor of the desk dismisses the flags of other people.' }
      }
      if (!may('annotation.resolve')) return { refused: 'An editor of the desk resolves annotations.' }
      void view.resolve(id, state === 'open')
      return { done: true }
    }
    case 'accept':
    case 'accept-everywhere':
      return accept(mark, command === 'accept-everywhere', may, view)
    case 'remove':
      if (!may('annotation.delete')) {
        return { refused: 'Only whoever wrote it, or an owner of the desk, can delete it.' }
      }
      void view.remove(id)
      return { done: true }
    case 'link':
      // It is on its way to the desk and has no address there yet.
      if (isTemporary(id)) return { refused: 'It has an address of its own once it is saved.' }
      void copyLink(id)
      return { done: true }
  }
}
