'use client'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import { focusText } from '@/components/annotation/focus'
import { useTranscript } from '@/components/api/store-context'
import { useSingleKeys } from '@/components/ui/single-keys'
import { type Kind, kindNames, kinds } from '@/lib/annotation/kinds'
import { can } from '@/lib/permissions/can'
import styles from './floating.module.css'
import { KeyCap } from './key-cap'
import { type Command, keyLabel } from './keys'
import { placeBar } from './place-bar'
import { useAnnotate } from './use-annotate'
import { useAttach } from './use-attach'
import { useBench, useBenchStore } from './workbench-state'

const name = 'Annotate the selection'

/** Puts the focus on the first button of the bar; false where there is no bar. */
export const focusBar = (): boolean => {
  const button = document.querySelector<HTMLElement>(`[role="toolbar"][aria-label="${name}"] button`)
  button?.focus()
  return button !== null
}

/** What a button says: the verb where the kind's own name is longer. */
const labels: Partial<Record<Kind, string>> = { check: 'Check', correction: 'Correct' }

/** The bars at the edges of the window, which the selection's bar keeps clear of. CSS pixels. */
const edges = { top: 52, bottom: 30 }

type Props = { readonly onCommand: (command: Command) => boolean }

/** One button for each kind, one that opens the paragraph to be written on, and one for its turn, under the words that are selected. It follows them as the page scrolls. */
export const SelectionBar = ({ onCommand }: Props) => {
  const selected = useBench((state) => state.selected)
  const drafting = useTranscript((view) => view.draft !== null)
  const allowed = useTranscript((view) =>
    can(view.actor, 'annotation.create', { deskId: view.transcript.desk.id, state: view.transcript.state }),
  )
  if (selected === null || drafting || !allowed) return null
  return <Bar onCommand={onCommand} />
}

const Bar = ({ onCommand }: Props) => {
  const [singleKeys] = useSingleKeys()
  const bench = useBenchStore()
  const annotate = useAnnotate()
  const attach = useAttach()
  const bar = useRef<HTMLDivElement>(null)

  // Written straight to the element: it moves with every frame of a scroll.
  useLayoutEffect(() => {
    const place = () => {
      const element = bar.current
      const { reading, selected } = bench.getState()
      const box = (reading?.selected() ?? selected)?.box
      if (!element || !box) return
      const at = placeBar(
        box,
        { width: element.offsetWidth, height: element.offsetHeight },
        {
          left: 0,
          right: document.documentElement.clientWidth,
          top: edges.top,
          bottom: window.innerHeight - edges.bottom,
        },
      )
      element.style.visibility = at ? 'visible' : 'hidden'
      if (at) element.style.transform = `translate(${Math.round(at.left)}px, ${Math.round(at.top)}px)`
    }
    let frame = 0
    const later = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(place)
    }
    place()
    const unsubscribe = bench.subscribe(later)
    window.addEventListener('scroll', later, { passive: true, capture: true })
    window.addEventListener('resize', later)
    return () => {
      cancelAnimationFrame(frame)
      unsubscribe()
      window.removeEventListener('scroll', later, { capture: true })
      window.removeEventListener('resize', later)
    }
  }, [bench])

  // A finger on the bar would take the selection away before the click arrives.
  useEffect(() => {
    const element = bar.current
    const hold = (event: Event) => event.preventDefault()
    element?.addEventListener('mousedown', hold)
    return () => element?.removeEventListener('mousedown', hold)
  }, [])

  /** The arrows go from button to button, Esc back to the text with its selection. */
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key]
    if (event.key === 'Escape') focusText()
    else if (to !== undefined) buttons.at(to % buttons.length)?.focus()
    else return
    event.preventDefault()
  }

  return (
    <div ref={bar} className={styles.float} role="toolbar" aria-label={name} onKeyDown={onKeyDown}>
      {attach && (
        <button type="button" className={styles.verb} onClick={attach}>
          Attach here
        </button>
      )}
      {kindNames.map((kind) => (
        <button
          key={kind}
          type="button"
          className={styles.verb}
          onClick={() => annotate(kind)}
          aria-keyshortcuts={singleKeys ? keyLabel(kind) : undefined}
        >
          {labels[kind] ?? kinds[kind].label}
          <KeyCap>{keyLabel(kind)}</KeyCap>
        </button>
      ))}
      {(['rewrite', 'turn'] as const).map((command) => (
        <button
          key={command}
          type="button"
          className={styles.verb}
          onClick={() => onCommand(command)}
          aria-keyshortcuts={singleKeys ? keyLabel(command) : undefined}
        >
          {command === 'turn' ? 'Turn' : 'Edit'}
          <KeyCap>{keyLabel(command)}</KeyCap>
        </button>
      ))}
    </div>
  )
}
