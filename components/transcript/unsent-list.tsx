'use client'
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useTranscript } from '@/components/api/store-context'
import { show, useBench, useBenchStore } from './workbench-state'

/** Every change that did not go through, why, and what can be done with its words. */
export const UnsentList = () => {
  const bench = useBenchStore()
  const opened = useBench((state) => state.overlay === 'unsent')
  const unsent = useTranscript((view) => view.unsent)
  const close = () => show(bench, null)
  return (
    <Modal opened={opened && unsent.length > 0} onClose={close} title="Not saved yet">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          Your words are kept in this browser until they are saved or given up.
        </Text>
        <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
          {unsent.map((write) => (
            <li key={write.key}>
              <Text fw={600}>{write.what}</Text>
              <Text size="sm" c="dimmed">
                {write.why}
              </Text>
              <Group gap="xs" mt={6}>
                <Button size="xs" onClick={() => void write.retry()}>
                  Try again
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => {
                    close()
                    write.show()
                  }}
                >
                  Look at it
                </Button>
                <Button size="xs" variant="subtle" color="red" onClick={write.giveUp}>
                  Give up
                </Button>
              </Group>
            </li>
          ))}
        </Stack>
      </Stack>
    </Modal>
  )
}
