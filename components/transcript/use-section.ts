'use client'
import { type RefObject, useEffect } from 'react'
import type { Outline } from '@/lib/transcript/outline'
import { firstOnScreen } from './text-caret'
import { useBenchStore } from './workbench-state'

/** Keeps known under which heading one reads, told once the scrolling rests. */
export const useSection = (outline: Outline, pane: RefObject<HTMLElement | null>) => {
  const bench = useBenchStore()
  useEffect(() => {
    if (outline.headings.length === 0) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      if (!pane.current) return
      const first = firstOnScreen(pane.current)
      const section = outline.headings.findLast((heading) => heading.start <= first)?.start ?? null
      if (bench.getState().section !== section) bench.setState({ section })
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(tell, 120)
    }
    later()
    window.addEventListener('scroll', later, { passive: true })
    return () => {
      clearTimeout(timer)
      window.removeEventListener('scroll', later)
    }
  }, [outline, pane, bench])
}
