import type { BulkResult, BulkStep, BulkVerb, LeftReason } from './bulk'

const done: Readonly<Record<BulkVerb, (step: BulkStep) => string>> = {
  resolve: () => 'resolved',
  reopen: () => 'opened again',
  tag: (step) => ('tag' in step ? `tagged “${step.tag}”` : ''),
  untag: (step) => ('tag' in step ? `no longer tagged “${step.tag}”` : ''),
  retag: (step) => ('to' in step ? `tagged “${step.to}” in place of “${step.tag}”` : ''),
  dismiss: () => 'dismissed',
  delete: () => 'deleted',
}

const same: Readonly<Record<BulkVerb, string>> = {
  resolve: 'resolved already',
  reopen: 'open already',
  tag: 'tagged so already',
  untag: 'without this tag',
  retag: 'without the tag that was to be replaced',
  dismiss: 'dismissed already',
  delete: 'deleted already',
}

const unfit: Readonly<Record<BulkVerb, readonly [one: string, many: string]>> = {
  resolve: ['was closed in another way', 'were closed in another way'],
  reopen: ['stays closed', 'stay closed'],
  tag: ['has thirty tags, which is the most', 'have thirty tags, which is the most'],
  untag: ['cannot be changed', 'cannot be changed'],
  retag: ['cannot be changed', 'cannot be changed'],
  dismiss: ['is no open flag', 'are no open flags'],
  delete: ['cannot be deleted', 'cannot be deleted'],
}

const number = new Intl.NumberFormat('en')

const leftWords = (left: BulkResult['left'], step: BulkStep): readonly string[] => {
  const say = (reason: LeftReason, one: string, many: string) => {
    const count = left[reason]?.length ?? 0
    return count === 0 ? [] : [`${number.format(count)} ${count === 1 ? one : many}.`]
  }
  return [
    ...say('not-yours', 'is not yours to change', 'are not yours to change'),
    ...say('unfit', ...unfit[step.verb]),
    ...say('same', `is ${same[step.verb]}`, `are ${same[step.verb]}`),
    ...say('gone', 'is no longer there', 'are no longer there'),
    ...say('changed', 'was changed since and stays as it is', 'were changed since and stay as they are'),
  ]
}

/** What a step came to, in sentences: “12 resolved. 3 are not yours to change.” */
export const resultWords = (step: BulkStep, result: BulkResult): string =>
  [
    result.done === 0 ? 'Nothing was changed.' : `${number.format(result.done)} ${done[step.verb](step)}.`,
    ...leftWords(result.left, step),
  ].join(' ')

/** What taking a step back came to, in sentences. */
export const undoneWords = (step: BulkStep, result: BulkResult): string =>
  [
    result.done === 0 ? 'Nothing was taken back.' : `Undone on ${number.format(result.done)}.`,
    ...leftWords(result.left, step),
  ].join(' ')
