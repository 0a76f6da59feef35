import { z } from 'zod'

/** A page of a list, and the cursor of the next page or null at the end. */
export type Page<T> = { readonly items: readonly T[]; readonly next: string | null }

/** A page of such items, as answers give it. */
export const pageOfEach = <T extends z.ZodType>(item: T) =>
  z
    .object({
      items: z.array(item).readonly(),
      next: z.string().nullable().describe('The `cursor` of the next page, or null at the end.'),
    })
    .readonly()

/** Makes a page of rows that were read with one more than `limit`; `cursor` names a row for the next request. */
export const pageOf = <T>(rows: readonly T[], limit: number, cursor: (row: T) => string): Page<T> => {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? cursor(last) : null }
}

/** The fields of a row that a cursor holds, as one opaque word. */
export const encodeCursor = (fields: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(fields)).toString('base64url')

/** What `encodeCursor` was given, or null where the word is not one of ours. */
export const decodeCursor = (cursor: string): readonly (string | number)[] | null => {
  try {
    const fields: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const plain = (field: unknown) => typeof field === 'string' || typeof field === 'number'
    return Array.isArray(fields) && fields.every(plain) ? fields : null
  } catch {
    return null
  }
}
