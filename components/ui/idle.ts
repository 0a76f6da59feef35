/** Calls back once the page has nothing better to do, within five seconds; gives what takes the call back. */
export const whenIdle = (work: () => void): (() => void) => {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, 200)
    return () => clearTimeout(timer)
  }
  const idle = requestIdleCallback(work, { timeout: 5_000 })
  return () => cancelIdleCallback(idle)
}
