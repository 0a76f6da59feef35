import type { Mark } from '@/lib/annotation/annotation'
import type { BulkStep, BulkVerb } from '@/lib/annotation/bulk'
import { type Action, type Actor, can } from '@/lib/permissions/can'
import type { TranscriptSummary } from '@/lib/transcript/transcript'

const actions: Readonly<Record<BulkVerb, Action>> = {
  ...{ resolve: 'annotation.resolve', reopen: 'annotation.resolve', dismiss: 'annotation.dismiss' },
  ...{ tag: 'annotation.tag', untag: 'annotation.tag', retag: 'annotation.tag', delete: 'annotation.delete' },
}
/** The most tags an annotation has. */
const mostTags = 30

/** A mark after a step of this person, null where it is gone; the mark itself where the desk will leave it as it is. */
export const stepped = (
  mark: Mark,
  step: BulkStep,
  actor: Actor,
  { desk, state }: Pick<TranscriptSummary, 'desk' | 'state'>,
): Mark | null => {
  const subject = { deskId: desk.id, state, authorId: mark.author, byDetector: mark.detector !== undefined }
  if (!can(actor, actions[step.verb], subject)) return mark
  const { tags = [], ...rest } = mark
  const tagged = (next: readonly string[]): Mark => (next.length === 0 ? rest : { ...rest, tags: next })
  switch (step.verb) {
    case 'resolve':
      return mark.state === 'open' ? { ...mark, state: 'resolved' } : mark
    case 'reopen':
      return mark.state === 'resolved' || mark.state === 'dismissed' ? { ...mark, state: 'open' } : mark
    case 'dismiss':
      return mark.kind === 'flag' && mark.state === 'open' ? { ...mark, state: 'dismissed' } : mark
    case 'tag':
      return tags.includes(step.tag) || tags.length >= mostTags ? mark : tagged([...tags, step.tag])
    case 'untag':
      return tagged(tags.filter((tag) => tag !== step.tag))
    case 'retag':
      return tagged([...new Set(tags.map((tag) => (tag === step.tag ? step.to : tag)))])
    case 'delete':
      return null
  }
}
