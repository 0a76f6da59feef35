'use client'
import { Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { asidesWanted } from './asides-wanted'

/** What is asked, and what follows. */
export type Question = {
  readonly title: string
  /** What will happen, and what will not. */
  readonly body: string
  /** The verb on the button, and on the other, where that is more than to cancel. */
  readonly action: string
  readonly stay?: string
  /** Nothing is lost by it: the button is not red. */
  readonly harmless?: boolean
  readonly onConfirm: () => void
}

/** Asks before something that cannot be taken back at once. The safe answer has the focus. */
export const confirm = async ({ title, body, action, stay = 'Cancel', harmless = false, onConfirm }: Question) => {
  await asidesWanted()
  modals.openConfirmModal({
    title,
    children: <Text>{body}</Text>,
    labels: { confirm: action, cancel: stay },
    confirmProps: harmless ? {} : { color: 'red' },
    cancelProps: { 'data-autofocus': true },
    onConfirm,
  })
}
