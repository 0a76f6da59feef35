/** For whom a place is taken, and whether for something small. */
export type Claim = { readonly person: string; readonly desk: string; readonly small: boolean }

type Waiting = { readonly claim: Claim; readonly begin: () => void }

/**
 * `count` places to work in. Whoever comes first is first, but nobody keeps the others waiting: one place is for what is
 * small only, a person holds all but two at most (so that the next has room for large and small), and the people of one
 * desk all but one. Where there are fewer places, each may hold one.
 */
export const openPlaces = (count: number) => {
  const held = new Set<Claim>()
  let waiting: readonly Waiting[] = []

  const holds = (which: (claim: Claim) => boolean) => [...held].filter(which).length
  const fits = ({ person, desk, small }: Claim): boolean =>
    held.size < count &&
    holds((other) => other.person === person) < Math.max(1, count - 2) &&
    holds((other) => other.desk === desk) < Math.max(1, count - 1) &&
    (small || holds((other) => !other.small) < Math.max(1, count - 1))

  const beginNext = () => {
    const next = waiting.find(({ claim }) => fits(claim))
    if (next === undefined) return
    waiting = waiting.filter((one) => one !== next)
    // Taken for them at once: nobody may slip in between.
    held.add(next.claim)
    next.begin()
  }

  /** Waits for a place, and runs in it. Throws the signal's reason where that comes first. */
  const inPlace = async <T>(claim: Claim, run: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
    // An object of its own: a person may hold several.
    const mine = { ...claim }
    if (fits(mine)) held.add(mine)
    else
      await new Promise<void>((begin, reject) => {
        const leave = () => {
          waiting = waiting.filter((one) => one.claim !== mine)
          reject(signal?.reason)
        }
        const enter = () => {
          signal?.removeEventListener('abort', leave)
          begin()
        }
        if (signal?.aborted) return leave()
        signal?.addEventListener('abort', leave, { once: true })
        waiting = [...waiting, { claim: mine, begin: enter }]
      })
    try {
      return await run()
    } finally {
      held.delete(mine)
      beginNext()
    }
  }
  return { inPlace } as const
}
