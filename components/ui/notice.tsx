'use client'
import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { ApiProblem } from '@/components/api/client'
import { asidesWanted } from './asides-wanted'

/** How long something can be taken back from its notice, in milliseconds. */
export const undoFor = 10_000

/** What a thrown thing says to a person. */
export const sentenceOf = (error: unknown): string =>
  error instanceof ApiProblem
    ? error.message
    : 'This page met a fault of its own. Nothing saved is lost. Reload the page and try again.'

// What is shown before there is a place for it waits for that place.
const show: typeof notifications.show = (notice) => {
  void asidesWanted()
  return notifications.show({ ...notice, withBorder: true })
}

/** Says in passing that something is done. */
export const notify = (message: string) => show({ message })

/** Says what went wrong and stays until it is closed. */
export const notifyProblem = (error: unknown) =>
  show({ message: sentenceOf(error), className: 'notice-problem', autoClose: false })

/** Says that something is done, with a button that takes it back. */
export const notifyUndo = (message: string, undo: () => Promise<void>) => {
  const id = show({
    autoClose: undoFor,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{message}</span>
        <Button
          variant="subtle"
          size="compact-sm"
          flex="none"
          onClick={() => {
            notifications.hide(id)
            undo().catch(notifyProblem)
          }}
        >
          Undo
        </Button>
      </Group>
    ),
  })
}
