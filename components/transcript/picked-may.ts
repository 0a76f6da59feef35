import type { Mark } from '@/lib/annotation/annotation'
import { type Actor, can } from '@/lib/permissions/can'

const number = new Intl.NumberFormat('en')

/** How many of these a person may delete; in a desk `deskId`, in a transcript that is in `state`. */
export const deletable = (
  marks: readonly Pick<Mark, 'author'>[],
  actor: Actor,
  where: { readonly deskId: string; readonly state: string },
): number => marks.filter(({ author }) => can(actor, 'annotation.delete', { ...where, authorId: author })).length

/** What stands before a deletion of many, where not all are one's own to delete: a sentence with a space behind it. */
export const notAllWords = (may: number, all: number): string =>
  may === all ? '' : `You may delete ${number.format(may)} of these ${number.format(all)}; the others are not yours. `
