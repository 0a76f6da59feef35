'use client'
import { type RefCallback, useEffect, useMemo, useReducer } from 'react'

/** What a card is taken to measure until it is drawn, in CSS pixels. */
const usual = 84

/** The measured heights of elements by name: give each the ref for its name, and the component draws anew when one changes. */
export const useHeights = () => {
  const [, redraw] = useReducer((times: number) => times + 1, 0)
  const book = useMemo(() => {
    const heights = new Map<string, number>()
    const names = new WeakMap<Element, string>()
    const refs = new Map<string, RefCallback<HTMLElement>>()
    const note = (name: string, height: number) => {
      if (heights.get(name) === height) return
      heights.set(name, height)
      redraw()
    }
    const observer =
      typeof ResizeObserver === 'undefined'
        ? null
        : new ResizeObserver((entries) => {
            for (const { target } of entries) note(names.get(target) ?? '', (target as HTMLElement).offsetHeight)
          })
    const refOf = (name: string): RefCallback<HTMLElement> => {
      const known = refs.get(name)
      if (known) return known
      const made: RefCallback<HTMLElement> = (element) => {
        if (element === null) return
        names.set(element, name)
        note(name, element.offsetHeight)
        observer?.observe(element)
        return () => {
          observer?.unobserve(element)
          refs.delete(name)
        }
      }
      refs.set(name, made)
      return made
    }
    return { refOf, of: (name: string) => heights.get(name) ?? usual, stop: () => observer?.disconnect() }
  }, [])
  useEffect(() => book.stop, [book])
  return book
}
