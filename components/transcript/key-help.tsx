'use client'
import { Modal, Switch } from '@mantine/core'
import styles from './floating.module.css'
import { KeyCap } from './key-cap'
import { groups } from './keys'

type Props = {
  readonly opened: boolean
  readonly onClose: () => void
  readonly singleKeys: boolean
  readonly onSwitch: (on: boolean) => void
}

/** Every key with what it does, and the switch for those who type by voice or by accident. */
export const KeyHelp = ({ opened, onClose, singleKeys, onSwitch }: Props) => (
  <Modal opened={opened} onClose={onClose} title="Keys" size="lg">
    <div className={styles.keys}>
      {groups.map((group) => (
        <section key={group.title}>
          <h3 className={styles.keysTitle}>{group.title}</h3>
          <dl>
            {group.shortcuts.map((shortcut) => (
              <div key={shortcut.command}>
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
    <Switch
      mt="lg"
      checked={singleKeys}
      onChange={(event) => onSwitch(event.currentTarget.checked)}
      label="Single keys"
      description="Letters and signs do what stands above when you are not typing. Kept in this browser."
    />
  </Modal>
)
