import type { z } from 'zod'
import type { Correction } from '@/lib/annotation/annotation'
import { AppError } from '@/lib/errors'
import type { Range } from '@/lib/text/range'

type Given = z.infer<typeof Correction>

/** What is answered to a correction that would change nothing. */
export const noCorrection = () => {
  const message = 'These words stand there already. Write what should stand there instead.'
  return new AppError('invalid', message, { errors: [{ path: 'correction.to', message }] })
}

/**
 * A correction of `range` as one of `whole`, which is the same or wider by what a letter is made of: what is added on both
 * sides stays. Throws invalid where it would change nothing.
 */
export const inWholeClusters = (text: string, range: Range, whole: Range, correction: Given): Given => {
  const to = text.slice(whole.start, range.start) + correction.to + text.slice(range.end, whole.end)
  if (correction.turn === undefined && to === text.slice(whole.start, whole.end)) throw noCorrection()
  return { ...correction, to }
}
