import { z } from 'zod'

/** Where `text` holds what Postgres cannot store (U+0000 or an unpaired surrogate): a UTF-16 offset, or -1. */
export const unstorableAt = (text: string): number => {
  const nul = text.indexOf('\0')
  if (text.isWellFormed()) return nul
  const lone = text.search(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/)
  return nul === -1 ? lone : Math.min(nul, lone)
}

/** A string that can be stored as it is. */
export const PlainText = z.string().refine((text) => unstorableAt(text) === -1, {
  message: 'This text holds a character that cannot be stored (a null character or half of a surrogate pair).',
})
