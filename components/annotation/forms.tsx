'use client'
import { fetched } from '@/components/ui/fetched'

/**
 * Everything that is written into: it brings the schemas, the pickers and the tag field with it, so it is fetched as
 * one piece, in the page's quiet hours or at the latest when a form is first opened.
 */
export const loadForms = () => import('./written')

export const AnnotationEditForm = fetched(async () => (await loadForms()).AnnotationEditForm)
export const DismissForm = fetched(async () => (await loadForms()).DismissForm)
export const DraftCard = fetched(async () => (await loadForms()).DraftCard)
export const EvidenceForm = fetched(async () => (await loadForms()).EvidenceForm)
export const ReplyForm = fetched(async () => (await loadForms()).ReplyForm)
