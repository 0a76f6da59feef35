'use client'
import { useRef, useState } from 'react'
import { useSingleKeys } from '@/components/ui/single-keys'
import { CommandList } from './command-list'
import type { Command } from './keys'
import { useSituation } from './use-situation'
import { show, useBenchStore } from './workbench-state'

type Props = { readonly onCommand: (command: Command) => boolean }

/** The list of what can be done, over the selection as it was: a field takes the page's selection away, this gives it back. */
export const CommandsWindow = ({ onCommand }: Props) => {
  const bench = useBenchStore()
  const situation = useSituation()
  const [singleKeys] = useSingleKeys()
  const [before] = useState(() => {
    const { reading, caret } = bench.getState()
    return { situation: { ...situation(), singleKeys }, selected: reading?.selected() ?? null, caret }
  })
  const gone = useRef(false)
  const close = () => {
    if (gone.current) return false
    gone.current = true
    show(bench, null)
    const { reading } = bench.getState()
    if (reading !== null && before.selected !== null) {
      reading.select(before.selected, before.selected.backwards)
      bench.setState({ selected: reading.selected(), caret: before.caret })
    }
    return true
  }
  return (
    <CommandList
      situation={before.situation}
      onClose={close}
      onPick={(command) => {
        // Its end is told more than once.
        if (close()) onCommand(command)
      }}
    />
  )
}
