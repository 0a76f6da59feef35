'use client'
import { useRef, useState } from 'react'
import { ApiProblem } from '@/components/api/client'
import { newName } from '@/components/api/new-name'
import { useTranscriptStore } from '@/components/api/store-context'
import { sizeProblem } from '@/components/desk/import-queue'
import { sentenceOf } from '@/components/ui/notice'
import type { MadeVersion } from '@/lib/transcript/job'
import { isDifferent } from '@/lib/transcript/version'
import { type NewerText, type Progress, type Sent, sendVersion } from './send-version'
import { madeInWords } from './version-words'

/** Where the window for a newer version stands. */
export type Stage =
  | { readonly at: 'choosing' }
  | { readonly at: 'working'; readonly making: boolean; readonly progress: Progress }
  | { readonly at: 'told'; readonly told: MadeVersion }
  | { readonly at: 'made'; readonly made: MadeVersion }

/** Why nothing came of it, and whether the same file may go through another time. */
export type Refusal = { readonly words: string; readonly mayPass: boolean }

/** Sends a newer version first to be told what it does, then to be made the next revision. Both can be cancelled. */
export const useVersion = () => {
  const store = useTranscriptStore()
  const [stage, setStage] = useState<Stage>({ at: 'choosing' })
  const [newer, setNewer] = useState<NewerText | null>(null)
  const [problem, setProblem] = useState<Refusal | null>(null)
  const abort = useRef<AbortController>(undefined)
  /** What was sent last, and under which name: sent again after an answer was lost, it is made once. */
  const last = useRef<{ readonly said: string; readonly name: string }>(undefined)

  /** What came of it, or why nothing did: then `back` is shown again. */
  const send = async (
    text: NewerText,
    back: Stage,
    sent: Omit<Sent, 'transcriptId' | 'revision'>,
  ): Promise<MadeVersion | string> => {
    const { transcript, revision } = store.getState()
    abort.current = new AbortController()
    const { signal } = abort.current
    const making = !sent.preview
    const tell = (progress: Progress) => setStage({ at: 'working', making, progress })
    tell({ words: 'Sending', share: 0 })
    setProblem(null)
    const said = JSON.stringify([revision, sent])
    if (last.current?.said !== said) last.current = { said, name: newName() }
    try {
      const step = { ...sent, transcriptId: transcript.id, revision }
      const answer = await sendVersion(text, step, { tell, signal, name: last.current.name })
      last.current = undefined
      return answer
    } catch (error) {
      const final = error instanceof ApiProblem && error.status > 0 && error.status < 500
      // Where the desk could not be asked to stop, it may go on with it.
      const cancelled = signal.aborted && !(error instanceof ApiProblem)
      if (final || cancelled) last.current = undefined
      if (cancelled) {
        setStage({ at: 'choosing' })
        return 'Cancelled. Nothing was stored.'
      }
      // Corrected meanwhile: what it would do has to be told anew.
      const isOld = error instanceof ApiProblem && error.status === 409
      setProblem({ words: sentenceOf(error), mayPass: isOld || !final })
      if (isOld) await store.getState().refresh()
      setStage(isOld ? { at: 'choosing' } : back)
      return sentenceOf(error)
    }
  }

  return {
    ...{ stage, newer, problem },
    look: async (text: NewerText): Promise<void> => {
      const tooLarge = typeof text === 'string' ? null : sizeProblem(text)
      if (tooLarge !== null) return setProblem({ words: tooLarge, mayPass: false })
      last.current = undefined
      setNewer(text)
      const told = await send(text, { at: 'choosing' }, { preview: true, sure: false, reason: '' })
      if (typeof told !== 'string') setStage({ at: 'told', told })
    },
    /** Makes it the next revision; gives a sentence where that was not so. */
    make: async (told: MadeVersion, reason: string): Promise<MadeVersion | string> => {
      if (newer === null) return 'Choose a file first.'
      const sure = isDifferent(told.version)
      const made = await send(newer, { at: 'told', told }, { preview: false, sure, reason })
      if (typeof made === 'string') return made
      await store.getState().goOnTo(made.version.revision, madeInWords(made.version))
      setStage({ at: 'made', made })
      return made
    },
    cancel: () => abort.current?.abort(),
    again: () => {
      setProblem(null)
      setStage({ at: 'choosing' })
    },
  } as const
}
