import { z } from 'zod'
import { PlainText } from '@/lib/text/plain'

/** The fewest characters a password has; shown beside the field before anyone types. */
export const minPasswordLength = 10

/** A password as it is typed: nothing is trimmed. Long ones are refused before they cost time to hash. */
export const Password = z
  .string()
  .min(minPasswordLength, `Use at least ${minPasswordLength} characters.`)
  .max(200, 'Use at most 200 characters.')

/** What a person is called on cards and in the history. */
export const PersonName = PlainText.trim().min(1, 'Give a name.').max(100, 'Use at most 100 characters.')

/** An email address, in lower case: two spellings are one account. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'Use at most 254 characters.')
  .pipe(z.email('Give an email address, for example name@example.org.'))
