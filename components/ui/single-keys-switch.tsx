'use client'
import { Switch } from '@mantine/core'
import { useSingleKeys } from './single-keys'

/** How one comes to the list of keys: a sign does nothing where single keys are off. */
export const KeysLead = () => {
  const [singleKeys] = useSingleKeys()
  return `How the workbench answers to keys. Press ${singleKeys ? '?' : 'Ctrl K'} there for ${singleKeys ? 'the list of them' : 'everything that can be done, by name'}.`
}

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
