'use client'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { pressOf } from '@/components/transcript/press'
import { useSingleKeys } from '@/components/ui/single-keys'

const keys: Readonly<Record<string, 1 | -1>> = { j: 1, k: -1 }

/** Lets J step on and K back, wherever the focus is but in fields and windows, and as long as single keys do something. */
export const useStepKeys = (step: (by: 1 | -1) => void) => {
  const [singleKeys] = useSingleKeys()
  const latest = useRef(step)
  latest.current = step
  useEffect(() => {
    if (!singleKeys) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const { key, shift, ctrl, alt, focus } = pressOf(event)
      const by = keys[key.toLowerCase()]
      if (by === undefined || shift || ctrl || alt || focus === 'field' || focus === 'window') return
      event.preventDefault()
      latest.current(by)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [singleKeys])
}

type Given = {
  /** What holds the things that are stepped through. */
  readonly within: RefObject<HTMLElement | null>
  /** What each of them matches. */
  readonly selector: string
  /** How many of them are there now. */
  readonly there: number
  /** Fetches more of them, where there are more than that. */
  readonly more?: (() => void) | null
}

/** Steps from thing to thing by J and K, or by buttons: which one has been gone to, from 0, and how to go on. */
export const useSteps = ({ within, selector, there, more }: Given) => {
  const [at, setAt] = useState<number | null>(null)
  const wanted = useRef<number | null>(null)
  const goTo = (index: number): boolean => {
    const thing = within.current?.querySelectorAll<HTMLElement>(selector)[index]
    if (!thing) return false
    thing.focus({ preventScroll: true })
    thing.scrollIntoView({ block: 'start' })
    return true
  }
  const step = (by: 1 | -1) => {
    const all = [...(within.current?.querySelectorAll<HTMLElement>(selector) ?? [])]
    const here = all.findIndex((thing) => thing.contains(document.activeElement))
    const last = here === -1 ? at : here
    const next = last === null ? (by === 1 ? 0 : -1) : last + by
    if (next >= all.length && more) {
      wanted.current = next
      more()
    } else goTo(next)
  }
  // What was fetched for a step is gone to once it stands there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs as more of them are there
  useEffect(() => {
    if (wanted.current !== null && goTo(wanted.current)) wanted.current = null
  }, [there])
  useEffect(() => {
    const element = within.current
    const onFocus = (event: FocusEvent) => {
      const thing = event.target instanceof Element ? event.target.closest(selector) : null
      if (thing && element) setAt([...element.querySelectorAll(selector)].indexOf(thing))
    }
    element?.addEventListener('focusin', onFocus)
    return () => element?.removeEventListener('focusin', onFocus)
  }, [within, selector])
  useStepKeys(step)
  return { at, step }
}
