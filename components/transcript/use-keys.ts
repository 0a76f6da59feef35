'use client'
import { type RefObject, useEffect } from 'react'
import { useTranscriptStore } from '@/components/api/store-context'
import { commandFor, type Press } from './keys'
import { chosenMark } from './position'
import { useCommands } from './use-commands'
import { useBenchStore } from './workbench-state'

const fields = 'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"], form'
/** What stands over the page keeps its keys to itself. */
const overlays = '[role="dialog"], [role="menu"], [role="listbox"], [role="alertdialog"]'
const controls = 'a[href], button, summary, [role="button"], [role="menuitem"], [role="tab"], [role="checkbox"]'

const pressOf = (event: KeyboardEvent): Press => {
  const target = event.target instanceof Element ? event.target : null
  const focus = target?.closest(`${fields}, ${overlays}`) ? 'field' : target?.closest(controls) ? 'control' : 'page'
  return { key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey, alt: event.altKey, focus }
}

/** Lets every key of the table do what it says, wherever the focus is but in fields. */
export const useKeys = (pane: RefObject<HTMLElement | null>, singleKeys: boolean) => {
  const store = useTranscriptStore()
  const bench = useBenchStore()
  const commands = useCommands(pane)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const view = store.getState()
      const command = commandFor(pressOf(event), {
        selection: bench.getState().selected !== null,
        chosen: chosenMark(view) !== null,
        undo: view.undo !== null,
        singleKeys,
      })
      if (command !== null && commands(command)) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [store, bench, commands, singleKeys])
}
