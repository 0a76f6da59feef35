import type { Mark } from './annotation'
import type { AnnotationState } from './kinds'

/** States in which an annotation without a sure place waits until somebody decides: about others somebody has. */
export const repairedStates: readonly AnnotationState[] = ['open', 'resolved']

type Placed = Pick<Mark, 'placed' | 'state'>

/** Whether an annotation waits to be repaired: its words are gone, or are not surely those it was made on. */
export const toRepair = ({ placed, state }: Placed): boolean =>
  (placed === 'doubtful' || placed === 'lost') && repairedStates.includes(state)

/** Whether it waits because its words are gone: then a sign stands in their place. */
export const isGone = (mark: Placed): boolean => mark.placed === 'lost' && toRepair(mark)
