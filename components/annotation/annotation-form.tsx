'use client'
import { type ReactNode, useState } from 'react'
import type { Draft } from '@/components/api/store'
import { useTranscript } from '@/components/api/store-context'
import { type Kind, kinds } from '@/lib/annotation/kinds'
import { type AnnotationWords, type Faults, noEvidence } from './annotation-words'
import { Quiet } from './buttons'
import { CheckFields } from './check-form'
import { ConflictNotice } from './conflict-notice'
import { CorrectionFields } from './correction-form'
import { FlagFields } from './flag-form'
import classes from './form.module.css'
import { FormFrame } from './form-frame'
import { NoteEditor } from './note-editor'
import { TagsField } from './tags-field'
import { useKeptWords } from './use-kept-words'

type Props = {
  readonly kind: Kind
  /** The words that the annotation is about. */
  readonly exact: string
  readonly initial: AnnotationWords
  /** Where its words are kept, and for a new one where it stands. */
  readonly wordsKey: string
  readonly draft?: Draft
  /** Only the tags can be changed: the words are another person's, and stand here to be read. */
  readonly tagsOnly?: boolean
  readonly reading?: ReactNode
  /** It is about a turn: its words stay what they are. */
  readonly ofTurn?: boolean
  /** Tries to save; what it gives is wrong with the fields, or null where it was sent. */
  readonly onSave: (words: AnnotationWords) => Faults | null
  readonly onClose: () => void
}

/** The form of an annotation, new or standing: the fields of its kind, a note where wanted, tags. */
export const AnnotationForm = ({
  kind,
  exact,
  initial,
  wordsKey,
  draft,
  tagsOnly = false,
  ofTurn = false,
  reading,
  onSave,
  onClose,
}: Props) => {
  const { values, change, turn } = useKeptWords(wordsKey, initial, draft)
  const [faults, setFaults] = useState<Faults>({})
  const [wantsNote, setNoting] = useState(kind === 'note' || kind === 'highlight' || ofTurn || values.body !== null)
  const [wantsTags, setTagging] = useState(tagsOnly)
  // Words may come from another window too, while the form is open.
  const noting = wantsNote || values.body !== null
  const tagging = wantsTags || values.tags.length > 0 || values.tag !== ''
  const conflict = useTranscript((state) => state.conflicts.get(wordsKey))
  const save = () => setFaults(onSave(values) ?? {})
  const fields = { values, change, faults }
  const first = kind === 'note' || kind === 'highlight'
  const fresh = draft !== undefined
  return (
    <FormFrame
      wordsKey={wordsKey}
      name={`${draft ? 'New' : 'Edit'} ${kinds[kind].label.toLowerCase()}`}
      saves={conflict ? 'Keep mine' : 'Save'}
      onSave={save}
      onClose={onClose}
    >
      {conflict && <ConflictNotice wordsKey={wordsKey} conflict={conflict} />}
      {(tagsOnly || ofTurn) && reading}
      {!tagsOnly && (
        <>
          {kind === 'check' && <CheckFields {...fields} fresh={fresh} />}
          {kind === 'flag' && <FlagFields {...fields} />}
          {kind === 'correction' && !ofTurn && <CorrectionFields {...fields} from={exact} />}
          {noting && (
            <div data-editor-first={first || undefined}>
              <NoteEditor
                key={turn}
                label="Note"
                bare={kind === 'note'}
                focused={first || values.body === null}
                value={values.body}
                error={faults.body}
                onChange={(body) => change({ body })}
              />
            </div>
          )}
        </>
      )}
      {tagging && (
        <TagsField
          tags={values.tags}
          tag={values.tag}
          error={faults.tags}
          focused={!tagsOnly && values.tags.length === 0}
          onChange={change}
        />
      )}
      {!(tagging && noting && !(fresh && kind === 'check')) && (
        <div className={classes.more}>
          {fresh && kind === 'check' && (
            <Quiet onClick={() => change({ evidence: [...values.evidence, noEvidence] })}>+ Evidence</Quiet>
          )}
          {!noting && !tagsOnly && <Quiet onClick={() => setNoting(true)}>+ Note</Quiet>}
          {!tagging && <Quiet onClick={() => setTagging(true)}>+ Tags</Quiet>}
        </div>
      )}
    </FormFrame>
  )
}
