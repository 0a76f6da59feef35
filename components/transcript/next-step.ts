import type { Mark } from '@/lib/annotation/annotation'
import { type Kind, kinds } from '@/lib/annotation/kinds'
import { type Action, type Actor, can } from '@/lib/permissions/can'
import type { TranscriptState, TranscriptSummary } from '@/lib/transcript/transcript'

/** A move a person may make with a transcript. `back` leads to an earlier state; `why` asks for a reason first. */
export type Step = {
  readonly to: TranscriptState
  readonly label: string
  readonly back?: true
  readonly why?: { readonly title: string; readonly label: string; readonly button: string }
}

/** What can be done next, the first being the one to offer largest; and what to say where someone else has to act. */
export type NextStep = { readonly steps: readonly Step[]; readonly note: string | null }

const sendBack: Step = {
  to: 'checking',
  label: 'Send back',
  back: true,
  why: {
    title: 'Send the transcript back to checking',
    label: 'What is still to do',
    button: 'Send back',
  },
}

/** What this person can do next with a transcript in its state. */
export const nextStep = (transcript: Pick<TranscriptSummary, 'desk' | 'state' | 'askedBy'>, actor: Actor): NextStep => {
  const asker = transcript.askedBy
  const may = (action: Action) => can(actor, action, { deskId: transcript.desk.id, askedById: asker?.id ?? null })
  switch (transcript.state) {
    case 'draft':
      return may('transcript.start')
        ? { steps: [{ to: 'checking', label: 'Start checking' }], note: null }
        : { steps: [], note: 'This is a draft. A checker of the desk starts the checking.' }
    case 'checking':
      return may('transcript.ask')
        ? { steps: [{ to: 'in-review', label: 'Send to review' }], note: null }
        : { steps: [], note: 'The desk is checking this transcript.' }
    case 'in-review': {
      const by = asker === null ? 'The review was asked for.' : `${asker.name} asked for this review.`
      if (may('transcript.approve')) {
        return {
          steps: [{ to: 'approved', label: 'Approve' }, ...(may('transcript.send-back') ? [sendBack] : [])],
          note: by,
        }
      }
      if (may('transcript.withdraw')) {
        return {
          steps: [{ to: 'checking', label: 'Take back', back: true }],
          note: 'You asked for this review, so another editor decides.',
        }
      }
      return { steps: [], note: `${by} An editor approves it or sends it back.` }
    }
    case 'approved':
      return may('transcript.reopen')
        ? { steps: [{ to: 'checking', label: 'Reopen', back: true }], note: null }
        : { steps: [], note: 'This transcript is approved. An editor can reopen it.' }
    case 'published':
      return { steps: [], note: 'This transcript is published.' }
  }
}

/** The kinds that ask something of a person while they are open, what weighs most first. */
const asking: readonly Kind[] = ['flag', 'check', 'correction', 'note']

/** What is open as a step is taken that vouches for the whole, as a sentence; null where nothing is asked. */
export const openWords = (marks: Iterable<Pick<Mark, 'kind' | 'state'>>, { to }: Pick<Step, 'to'>): string | null => {
  if (to !== 'approved' && to !== 'in-review') return null
  const open = [...marks].filter(({ kind, state }) => state === 'open' && asking.includes(kind))
  if (open.length === 0) return null
  const count = (many: number, one: string, several: string) =>
    `${many.toLocaleString('en')} ${many === 1 ? one : several}`
  const parts = asking.flatMap((kind) => {
    const many = open.filter((mark) => mark.kind === kind).length
    return many === 0 ? [] : [count(many, kinds[kind].label.toLowerCase(), kinds[kind].plural.toLowerCase())]
  })
  return `${count(open.length, 'annotation is', 'annotations are')} open: ${parts.join(', ')}.`
}
