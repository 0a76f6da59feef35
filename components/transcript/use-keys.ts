'use client'
import { useEffect } from 'react'
import { useSingleKeys } from '@/components/ui/single-keys'
import { type Command, commandFor } from './keys'
import { pressOf } from './press'
import { useSituation } from './use-situation'

/** Lets every key of the table do what it says, wherever the focus is but in fields. */
export const useKeys = (commands: (command: Command) => boolean) => {
  const [singleKeys] = useSingleKeys()
  const situation = useSituation()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const command = commandFor(pressOf(event), { ...situation(), singleKeys })
      if (command !== null && commands(command)) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [situation, commands, singleKeys])
}
