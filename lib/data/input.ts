import { z } from 'zod'
import { PlainText } from '@/lib/text/plain'

/** An id in a path or a body. */
export const Uuid = z.uuid('This is not an id.').toLowerCase()

/** How many rows a list gives at most. */
export const Limit = z.coerce.number().int().min(1).max(500, 'A page holds 500 rows at most.').default(100)

/** Where a list goes on: the `next` of the page before. */
export const Cursor = PlainText.max(500).optional()

/** The most an integer column holds. */
const largest = 2 ** 31 - 1

/** The version an edit was made from; the door takes it from If-Match. */
export const Version = z.int().min(1).max(largest)

/** A place in a text, as an integer column holds it. */
export const Offset = z.int().min(0).max(largest)

/** A number in a path or a query: of a revision, of a change. */
export const Serial = z.coerce.number().int().min(0).max(largest)

/** Where a list that is ordered by id goes on. */
export const IdCursor = Uuid.optional()

const split = (text: string) => text.split(',').filter((word) => word !== '')

/** Words in a query, parted by commas. */
export const Words = PlainText.max(4_000).transform(split).optional()

/** Ids in a query, parted by commas: as many as a page holds. */
export const Ids = PlainText.transform(split).pipe(z.array(Uuid).max(500, 'Ask for 500 at most.')).optional()

/** A desk by its id or its slug. */
export const DeskName = PlainText.trim().toLowerCase().min(1).max(100)

/** Words to be found as they are: Prisma passes the wild cards of LIKE on. */
export const literally = (words: string): string => words.replace(/[\\%_]/g, '\\$&')
