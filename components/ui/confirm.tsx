'use client'
import { Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { asidesWanted } from './asides-wanted'

type Question = {
  readonly title: string
  /** What will happen, and what will not. */
  readonly body: string
  /** The verb on the button. */
  readonly action: string
  readonly onConfirm: () => void
}

/** Asks before something that cannot be taken back at once. The safe answer has the focus. */
export const confirm = async ({ title, body, action, onConfirm }: Question) => {
  await asidesWanted()
  modals.openConfirmModal({
    title,
    children: <Text>{body}</Text>,
    labels: { confirm: action, cancel: 'Cancel' },
    confirmProps: { color: 'red' },
    cancelProps: { 'data-autofocus': true },
    onConfirm,
  })
}
