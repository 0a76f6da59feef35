import type { Annotation } from '@/lib/annotation/annotation'
import { withEvidence } from './provisional'
import type { Editing } from './store'

/** As much of an annotation as a form is about: it is kept with every word that is typed there. */
export const seenBy = ({ item }: Pick<Editing, 'item'>, annotation: Annotation): Annotation => ({
  ...withEvidence(annotation, (rows) => rows.filter(({ id }) => id === item)),
  replies: annotation.replies.filter(({ id }) => id === item),
})
