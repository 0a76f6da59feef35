import { z } from 'zod'
import { PlainText } from '@/lib/text/plain'

/** An address people sign in with, kept in lower case. */
export const Email = PlainText.trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('Give a whole email address, for example ilse@courier.example.'))

/** The name others see beside a person's work. */
export const PersonName = PlainText.trim().min(1, 'Give a name.').max(120, 'Keep the name under 120 characters.')

/** A password: long rather than intricate. The upper bound keeps hashing cheap to refuse. */
export const Password = PlainText.min(10, 'Use at least 10 characters.').max(200, 'Use at most 200 characters.')
