'use client'
import { useBench } from './workbench-state'

/** What happens, for those who hear the page. The space that comes and goes makes the same words heard again. */
export const Announcer = () => {
  const { words, turn } = useBench((state) => state.said)
  return (
    <div role="status" aria-live="polite" className="unseen">
      {words}
      {turn % 2 === 0 ? '' : '\u00a0'}
    </div>
  )
}
