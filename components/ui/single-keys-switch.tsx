'use client'
import { Switch } from '@mantine/core'
import { useSingleKeys } from './single-keys'

/** Switches the single keys off and on again, for those who type by voice or by accident. */
export const SingleKeysSwitch = () => {
  const [singleKeys, setSingleKeys] = useSingleKeys()
  return (
    <Switch
      checked={singleKeys}
      onChange={(event) => setSingleKeys(event.currentTarget.checked)}
      label="Single keys"
      description="Letters and signs do something in the workbench when you are not typing. Without them, Ctrl K finds everything by name. Kept in this browser."
    />
  )
}
