'use client'
import { useEffect } from 'react'
import { useSingleKeys } from '@/components/ui/single-keys'
import { type Command, commandFor } from './keys'
import { pressOf } from './press'
import { useSituation } from './use-situation'
import { useBenchStore } from './workbench-state'

/** Lets every key of the table do what it says, wherever the focus is but in fields. */
export const useKeys = (commands: (command: Command) => boolean) => {
  const [singleKeys] = useSingleKeys()
  const situation = useSituation()
  const bench = useBenchStore()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const press = pressOf(event)
      // The window of what can be done is on its way: letters are meant for it, and do nothing to the page.
      const isComing = bench.getState().overlay === 'commands' && !press.ctrl && event.key !== 'Escape'
      const command = isComing ? null : commandFor(press, { ...situation(), singleKeys })
      if (command !== null && commands(command)) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [situation, commands, singleKeys, bench])
}
