'use client'
import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useKeptWords } from '@/components/annotation/use-kept-words'
import { wordsOf } from '@/components/api/words'
import { Problem } from '@/components/ui/problem'
import type { Step } from './next-step'

type Props = {
  readonly why: NonNullable<Step['why']>
  readonly moving: boolean
  /** Why the step was not taken, once it was tried. */
  readonly problem: string | undefined
  readonly onClose: () => void
  readonly onGive: (reason: string) => void
}

/** Asks for the reason of a step, which is kept with it. What is typed outlives the window. */
export const ReasonWindow = ({ why, moving, problem, onClose, onGive }: Props) => {
  const { values, change } = useKeptWords(wordsOf.step, { reason: '' })
  const { reason } = values
  const [tried, setTried] = useState(false)
  const missing = reason.trim() === ''
  return (
    <Modal opened onClose={onClose} title={why.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (missing) setTried(true)
          else onGive(reason.trim())
        }}
      >
        <Stack gap="md">
          <Textarea
            label={why.label}
            description="Whoever asked reads this, and it stays on record."
            autosize
            minRows={3}
            maxLength={5000}
            value={reason}
            onChange={(event) => change({ reason: event.currentTarget.value })}
            error={tried && missing ? 'Say what is still to do.' : null}
            data-autofocus
          />
          <Problem>{problem}</Problem>
          <Group justify="flex-end">
            <Button type="submit" loading={moving}>
              {why.button}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
