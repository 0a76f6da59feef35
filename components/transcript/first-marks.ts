import type { Marks } from '@/lib/annotation/annotation'
import type { Turn } from '@/lib/transcript/transcript'

/** Fewer marks than this all come with the page. */
const few = 400
/** The first screens, in turns. */
const screens = 60

/** The marks that come with the page, so that the first screens are painted before anything is fetched, and whether they are all. */
export const firstMarks = (
  marks: Marks,
  turns: readonly Turn[],
): { readonly marks: Marks; readonly complete: boolean } => {
  const end = turns[screens]?.start
  if (marks.marks.length <= few || end === undefined) return { marks, complete: true }
  return { marks: { ...marks, marks: marks.marks.filter((mark) => mark.start < end) }, complete: false }
}
