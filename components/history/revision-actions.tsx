'use client'
import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { notifyUndo } from '@/components/ui/notice'
import classes from './history.module.css'
import { addressOf, type HistoryQuery, readingAddress } from './history-query'
import { type RevisionStep, RevisionStepWindow, sendStep } from './revision-step'

/** Whether this person may take revisions back and restore them, as the transcript stands. */
export type MayRevise = { readonly undo: boolean; readonly restore: boolean }

type Props = {
  readonly transcriptId: string
  readonly person: string
  readonly head: number
  readonly query: HistoryQuery
  readonly may: MayRevise
  /** Called once there is a new revision and the page goes to it. */
  readonly onMade: () => void
}

/** What can be done with the revision that is looked at: read it, take it back, make it stand again. */
export const RevisionActions = ({ transcriptId, person, head, query, may, onMade }: Props) => {
  const router = useRouter()
  const [step, setStep] = useState<RevisionStep | null>(null)
  const made = useRef(onMade)
  made.current = onMade
  const { from, to, view } = query
  const old = to < head ? to : from < head - 1 ? from : null
  const show = (revision: number) => {
    made.current()
    router.push(addressOf(transcriptId, { from: Math.max(1, revision - 1), to: revision, view }), { scroll: false })
    router.refresh()
  }
  return (
    <div className={classes.actions}>
      <Button component="a" href={readingAddress(transcriptId, to)} variant="default">
        Read revision {to}
      </Button>
      {may.undo && to > 1 && from === to - 1 && (
        <Button variant="default" onClick={() => setStep({ action: 'undo', revision: to })}>
          Take revision {to} back
        </Button>
      )}
      {may.restore && old !== null && (
        <Button variant="default" onClick={() => setStep({ action: 'restore', revision: old })}>
          Restore revision {old}
        </Button>
      )}
      {step !== null && (
        <RevisionStepWindow
          {...{ transcriptId, person, head, step }}
          onClose={() => setStep(null)}
          onRefused={() => router.refresh()}
          onDone={({ revision }, says) => {
            setStep(null)
            show(revision)
            notifyUndo(says, async () => {
              const back = await sendStep(transcriptId, person, { action: 'undo', revision })
              show(back.revision)
            })
          }}
        />
      )}
    </div>
  )
}
