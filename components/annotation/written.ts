'use client'
// One piece for the browser to fetch, see forms.tsx.
export { AnnotationEditForm } from './annotation-edit-form'
export { DismissForm } from './dismiss-form'
export { DraftCard } from './draft-card'
export { EvidenceForm } from './evidence-form'
export { ReplyForm } from './reply-form'
