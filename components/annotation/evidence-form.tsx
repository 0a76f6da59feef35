'use client'
import { useState } from 'react'
import { useTranscript, useTranscriptActions, useWords } from '@/components/api/store-context'
import { wordsOf } from '@/components/api/words'
import { type Evidence, NewEvidence } from '@/lib/annotation/annotation'
import { evidenceOf, evidenceWordsFrom, type Faults, faultsOf, noEvidence } from './annotation-words'
import { ConflictNotice } from './conflict-notice'
import { EvidenceFields } from './evidence-fields'
import { focusCardSoon } from './focus'
import { FormFrame } from './form-frame'
import { touchedOf } from './touched-of'
import { useKeptWords } from './use-kept-words'

/** The form of one row of evidence, new or standing. */
export const EvidenceForm = ({ id, row }: { readonly id: string; readonly row?: Evidence }) => {
  const actions = useTranscriptActions()
  const words = useWords()
  const [begun] = useState(row)
  const key = wordsOf.editing({ id, part: 'evidence', ...(row && { item: row.id }) })
  const { values, change } = useKeptWords(key, row ? evidenceWordsFrom(row) : noEvidence)
  const [faults, setFaults] = useState<Faults>({})
  const conflict = useTranscript((state) => state.conflicts.get(key))
  const onSave = () => {
    const parsed = NewEvidence.safeParse(evidenceOf(values))
    if (!parsed.success) return setFaults(faultsOf(parsed.error))
    // Only what is changed here is saved: not what others have made of the rest while the form was open.
    const change = begun ? touchedOf(evidenceOf(evidenceWordsFrom(begun)), parsed.data) : parsed.data
    actions.edit(null)
    focusCardSoon(id)
    if (!begun) void actions.addEvidence(id, parsed.data)
    else if (Object.keys(change).length === 0) words.forget(key)
    else void actions.editEvidence(id, begun.id, change)
  }
  const onClose = () => {
    actions.edit(null)
    focusCardSoon(id)
  }
  return (
    <FormFrame
      wordsKey={key}
      name={row ? 'Edit evidence' : 'New evidence'}
      saves={conflict ? 'Keep mine' : 'Save'}
      onSave={onSave}
      onClose={onClose}
    >
      {conflict && <ConflictNotice wordsKey={key} conflict={conflict} />}
      <EvidenceFields row={values} onChange={change} faults={faults} />
    </FormFrame>
  )
}
