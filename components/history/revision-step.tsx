'use client'
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { ApiProblem, request } from '@/components/api/client'
import { newName } from '@/components/api/new-name'
import { useKeptForm } from '@/components/desk/use-kept-form'
import { sentenceOf } from '@/components/ui/notice'
import { Problem } from '@/components/ui/problem'
import type { Comparison } from '@/lib/transcript/comparison'
import type { Corrected, CorrectionStep } from '@/lib/transcript/corrected'
import { stepWords } from './history-words'

/** What is to be done with which revision. */
export type RevisionStep = { readonly action: 'restore' | 'undo'; readonly revision: number }

type Props = {
  readonly transcriptId: string
  /** The id of whoever does it. */
  readonly person: string
  /** The newest revision that was seen. */
  readonly head: number
  readonly step: RevisionStep
  readonly onClose: () => void
  readonly onDone: (done: Corrected, says: string) => void
  /** Told when it was refused: others may have corrected the text meanwhile. */
  readonly onRefused: () => void
}

/** Sends what is to be done with a revision, once under its name. */
export const sendStep = (
  transcriptId: string,
  person: string,
  body: CorrectionStep,
  name = newName(),
): Promise<Corrected> => request<Corrected>('POST', `/transcripts/${transcriptId}/corrections`, { body, name, person })

/** Asks before a revision is restored or taken back, says what that does, and takes a reason. What is typed outlives the window. */
export const RevisionStepWindow = ({ transcriptId, person, head, step, onClose, onDone, onRefused }: Props) => {
  const { action, revision } = step
  /** What was sent and not answered: sent again as it was, it is done once. */
  const sent = useRef<{ readonly body: CorrectionStep; readonly name: string }>(undefined)
  const [reason, setReason] = useState('')
  const [places, setPlaces] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const { keep, forget } = useKeptForm<{ reason: string }>(`${person}/revision/${transcriptId}`, (kept) =>
    setReason(kept.reason),
  )
  useEffect(() => {
    if (action !== 'restore') return
    const path = `/transcripts/${transcriptId}/comparison?from=${head}&to=${revision}&limit=1`
    // Where it cannot be counted, the question stands without the figure.
    request<Comparison>('GET', path).then(
      ({ differences }) => setPlaces(differences),
      () => undefined,
    )
  }, [action, transcriptId, head, revision])
  const { title, body, button } = stepWords({ action, revision, head, places })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      const given = reason.trim() === '' ? null : reason.trim()
      const which = action === 'restore' ? { action, revision, head } : { action, revision }
      if (sent.current?.body.reason !== given) sent.current = undefined
      sent.current ??= { body: { ...which, reason: given }, name: newName() }
      const corrected = await sendStep(transcriptId, person, sent.current.body, sent.current.name)
      forget()
      // Others may have come between.
      onDone(corrected, stepWords({ action, revision, head: corrected.revision - 1, places }).done)
    } catch (error) {
      if (!(error instanceof ApiProblem && error.mayHaveArrived)) sent.current = undefined
      setProblem(sentenceOf(error))
      setBusy(false)
      onRefused()
    }
  }
  return (
    <Modal opened onClose={onClose} title={title}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text>{body}</Text>
          <Textarea
            label="Reason, if there is one to give"
            description="It stands in the list of revisions."
            autosize
            minRows={2}
            maxLength={2000}
            value={reason}
            onChange={({ currentTarget: { value } }) => {
              setReason(value)
              keep({ reason: value })
            }}
            data-autofocus
          />
          <Problem>{problem}</Problem>
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy}>
              {button}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
