import { alternativesIn, isProposal } from '@/components/api/alternatives'
import type { TranscriptStore, TranscriptView } from '@/components/api/store'
import { ask } from '@/components/ui/ask'
import { notify } from '@/components/ui/notice'
import { can } from '@/lib/permissions/can'
import { countOf } from './words'

/** Every open proposal that stands alone, and how many stay because another is about the same words. */
export const acceptable = ({ order, marks }: Pick<TranscriptView, 'order' | 'marks'>) => {
  const proposals = order.flatMap((id) => marks.get(id) ?? []).filter(isProposal)
  const alternatives = alternativesIn(proposals)
  const ids = proposals.filter(({ id }) => !alternatives.has(id)).map(({ id }) => id)
  return { ids, left: proposals.length - ids.length }
}

/** Accepts all open corrections of the transcript as one revision, once that is confirmed. */
export const acceptAll = async (store: TranscriptStore): Promise<void> => {
  const { actor, transcript, complete, accept, loadMarks } = store.getState()
  const say = (words: string): void => void notify(words)
  if (!can(actor, 'correction.accept', { deskId: transcript.desk.id, state: transcript.state }))
    return say('An editor of the desk accepts corrections.')
  if (!complete) await loadMarks()
  const { ids, left } = acceptable(store.getState())
  const stays = left === 0 ? '' : ` ${left} more are proposals for the same words: choose among those one by one.`
  if (ids.length === 0) return say(left === 0 ? 'No correction is open.' : `Nothing to accept at once.${stays}`)
  await ask({
    title: `Accept ${countOf(ids.length, 'correction')}?`,
    body: `They become one revision of the text, which can be undone as one.${stays}`,
    action: 'Accept',
    harmless: true,
    onConfirm: () => void accept(ids),
  })
}
