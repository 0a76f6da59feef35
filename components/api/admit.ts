import type { Mark } from '@/lib/annotation/annotation'
import { everything, type Filter, matches } from '@/lib/annotation/filter'

/** The filter, widened just enough to show `mark`, so that what a person has made does not vanish before their eyes. */
export const admit = (filter: Filter, mark: Mark): Filter => {
  if (matches(filter, mark)) return filter
  const alone = (part: Partial<Filter>): boolean => matches({ ...everything, ...part }, mark)
  const add = <T>(list: readonly T[], value: T, passes: boolean) => (passes ? list : [...list, value])
  return {
    ...filter,
    kind: add(filter.kind, mark.kind, alone({ kind: filter.kind })),
    state: add(filter.state, mark.state, alone({ state: filter.state })),
    author: add(filter.author, mark.author, alone({ author: filter.author })),
    // A mark may have no tag, sort or detector to add: these let everything through again.
    tag: alone({ tag: filter.tag }) ? filter.tag : [],
    detector: alone({ detector: filter.detector }) ? filter.detector : [],
    without: alone({ without: filter.without }) ? filter.without : [],
    sort: alone({ sort: filter.sort }) ? filter.sort : [],
  }
}
