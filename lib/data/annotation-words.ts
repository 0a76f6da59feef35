import type { Body } from '@/lib/annotation/body'
import { bodyToText } from '@/lib/annotation/body-text'

/** Everything a person wrote in an annotation, as plain words for the search. */
export const searchableWords = (written: {
  readonly body: Body | null
  readonly claim?: string | null
  readonly found?: string | null
  readonly expected?: readonly string[]
  readonly reason?: string | null
  readonly to?: string | null
}): string => {
  const { body, claim, found, expected = [], reason, to } = written
  return [body === null ? '' : bodyToText(body), claim, found, ...expected, reason, to].filter(Boolean).join('\n')
}
