import type { Question } from './confirm'

/**
 * Asks before something that cannot be taken back at once. The window that asks is fetched when it is first needed;
 * where it cannot be, the browser asks in its own.
 */
export const ask = async (question: Question): Promise<void> => {
  const fetching = Promise.all([import('./confirm'), import('./asides')])
  const confirm = await fetching.then(
    ([here]) => here.confirm,
    () => null,
  )
  if (confirm) return confirm(question)
  if (window.confirm(`${question.title}\n\n${question.body}`)) question.onConfirm()
}
