'use client'
import { Box, Modal } from '@mantine/core'
import { SingleKeysSwitch } from '@/components/ui/single-keys-switch'
import styles from './floating.module.css'
import { KeyCap } from './key-cap'
import { groups } from './keys'

type Props = {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Every key with what it does, and the switch for those who type by voice or by accident. */
export const KeyHelp = ({ opened, onClose }: Props) => (
  <Modal opened={opened} onClose={onClose} title="Keys" size="lg">
    <div className={styles.keys}>
      {groups.map((group) => (
        <section key={group.title}>
          <h3 className={styles.keysTitle}>{group.title}</h3>
          <dl>
            {group.shortcuts.map((shortcut) => (
              <div key={`${shortcut.command} ${shortcut.label}`}>
                <dt>
                  {shortcut.label.split(' ').map((part) => (
                    <KeyCap key={part} aloud>
                      {part}
                    </KeyCap>
                  ))}
                </dt>
                <dd>{shortcut.says}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
    <Box mt="lg">
      <SingleKeysSwitch />
    </Box>
  </Modal>
)
