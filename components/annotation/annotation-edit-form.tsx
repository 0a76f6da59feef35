'use client'
import { useState } from 'react'
import { useTranscript, useTranscriptActions, useWords } from '@/components/api/store-context'
import { wordsOf } from '@/components/api/words'
import { type Annotation, AnnotationEdit } from '@/lib/annotation/annotation'
import { can } from '@/lib/permissions/can'
import { AnnotationForm } from './annotation-form'
import { type AnnotationWords, editOf, type Faults, faultsOf, wordsFrom } from './annotation-words'
import { CardBody } from './card-body'
import { focusCardSoon } from './focus'

/** The form of an annotation that stands. */
export const AnnotationEditForm = ({ annotation }: { readonly annotation: Annotation }) => {
  const { save, edit } = useTranscriptActions()
  const words = useWords()
  const actor = useTranscript((state) => state.actor)
  const deskId = useTranscript((state) => state.transcript.desk.id)
  const { id, kind, anchor, author } = annotation
  const key = wordsOf.editing({ id, part: 'annotation' })
  // Only what is changed here is saved: not what others have made of the rest while the form was open.
  const [begun] = useState(annotation)
  const tagsOnly = !can(actor, 'annotation.edit', { deskId, authorId: author.id })

  const onSave = (typed: AnnotationWords): Faults | null => {
    const change = editOf(begun, typed)
    if (kind === 'note' && change.body === null) return { body: 'Write the note first.' }
    const parsed = AnnotationEdit.safeParse(change)
    if (!parsed.success) return faultsOf(parsed.error)
    edit(null)
    focusCardSoon(id)
    if (Object.keys(change).length === 0) words.forget(key)
    else void save(id, parsed.data)
    return null
  }
  const onClose = () => {
    edit(null)
    focusCardSoon(id)
  }
  return (
    <AnnotationForm
      kind={kind}
      exact={annotation.correction?.from ?? anchor.exact}
      initial={wordsFrom(begun)}
      wordsKey={key}
      tagsOnly={tagsOnly}
      ofTurn={annotation.correction?.turn !== undefined}
      reading={<CardBody annotation={annotation} />}
      onSave={onSave}
      onClose={onClose}
    />
  )
}
