'use client'
import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Step } from './next-step'

type Props = {
  readonly why: NonNullable<Step['why']>
  readonly moving: boolean
  readonly onClose: () => void
  readonly onGive: (reason: string) => void
}

/** Asks for the reason of a step, which is kept with it. */
export const ReasonWindow = ({ why, moving, onClose, onGive }: Props) => {
  const [reason, write] = useState('')
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
            onChange={(event) => write(event.currentTarget.value)}
            error={tried && missing ? 'Say what is still to do.' : null}
            data-autofocus
          />
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
