'use client'
import { useRef, useState } from 'react'
import { useTranscriptStore } from '@/components/api/store-context'
import { useSingleKeys } from '@/components/ui/single-keys'
import { CommandList } from './command-list'
import type { Command } from './keys'
import { thingsToDo } from './things-to-do'
import { useSituation } from './use-situation'
import { show, useBenchStore } from './workbench-state'

/** Has the browser save a file, as a click on a link to it would. */
const download = (href: string) => {
  const link = document.createElement('a')
  link.href = href
  link.download = ''
  link.click()
}

type Props = { readonly onCommand: (command: Command) => boolean }

/** The list of what can be done, over the selection as it was: a field takes the page's selection away, this gives it back. */
export const CommandsWindow = ({ onCommand }: Props) => {
  const bench = useBenchStore()
  const situation = useSituation()
  const [singleKeys] = useSingleKeys()
  const store = useTranscriptStore()
  const [before] = useState(() => {
    const { reading, caret } = bench.getState()
    const { transcript, actor } = store.getState()
    const things = thingsToDo({ situation: { ...situation(), singleKeys }, transcript, actor })
    return { things, selected: reading?.selected() ?? null, caret }
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
      things={before.things}
      onClose={close}
      onPick={({ does }) => {
        // Its end is told more than once.
        if (!close()) return
        if ('command' in does) onCommand(does.command)
        else if ('step' in does) bench.setState({ wantedStep: does.step })
        else if ('page' in does) window.location.assign(does.page)
        else download(does.download)
      }}
    />
  )
}
