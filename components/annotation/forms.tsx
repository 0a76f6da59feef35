'use client'
import dynamic from 'next/dynamic'

/**
 * Everything that is written into: it brings the schemas, the pickers and the tag field with it, so it is fetched as
 * one piece, in the page's quiet hours or at the latest when a form is first opened.
 */
export const loadForms = () => import('./written')

export const AnnotationEditForm = dynamic(() => loadForms().then((forms) => forms.AnnotationEditForm), { ssr: false })
export const DismissForm = dynamic(() => loadForms().then((forms) => forms.DismissForm), { ssr: false })
export const DraftCard = dynamic(() => loadForms().then((forms) => forms.DraftCard), { ssr: false })
export const EvidenceForm = dynamic(() => loadForms().then((forms) => forms.EvidenceForm), { ssr: false })
export const ReplyForm = dynamic(() => loadForms().then((forms) => forms.ReplyForm), { ssr: false })
