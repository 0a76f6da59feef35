import type { Mark } from '@/lib/annotation/annotation'
import { type Filter, matches } from '@/lib/annotation/filter'

/** The filter, widened just enough to show `mark`, so that what a person has made does not vanish before their eyes. */
export const admit = (filter: Filter, mark: Mark): Filter => {
  if (matches(filter, mark)) return filter
  const alone = (part: Partial<Filter>): boolean =>
    matches({ kind: [], state: [], author: [], tag: [], detector: [], sort: [], ...part }, mark)
  const add = <T>(list: readonly T[], value: T, passes: boolean) => (passes ? list : [...list, value])
  return {
    kind: add(filter.kind, mark.kind, alone({ kind: filter.kind })),
    state: add(filter.state, mark.state, alone({ state: filter.state })),
    author: add(filter.author, mark.author, alone({ author: filter.author })),
    // A mark may have no tag, sort or detector to add: these let everything through again.
    tag: alone({ tag: filter.tag }) ? filter.tag : [],
    detector: alone({ detector: filter.detector }) ? filter.detector : [],
    sort: alone({ sort: filter.sort }) ? filter.sort : [],
  }
}
