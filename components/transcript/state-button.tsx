'use client'
import { Button } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranscript, useTranscriptStore } from '@/components/api/store-context'
import { wordsOf } from '@/components/api/words'
import { ask as askFirst } from '@/components/ui/ask'
import { fetched } from '@/components/ui/fetched'
import { Hint } from '@/components/ui/hint'
import { notify } from '@/components/ui/notice'
import { StatePill, stateLabels } from '@/components/ui/state-pill'
import styles from './bars.module.css'
import { nextStep, openWords, type Step } from './next-step'
import { announce, show, useBenchStore } from './workbench-state'

const ReasonWindow = fetched(async () => (await import('./reason-window')).ReasonWindow)

/** Where the transcript stands. For those who cannot take the next step, a click or the pointer says who can. */
export const TranscriptState = () => {
  const transcript = useTranscript((view) => view.transcript)
  const actor = useTranscript((view) => view.actor)
  const { note } = nextStep(transcript, actor)
  const pill = <StatePill state={transcript.state} />
  if (note === null) return pill
  return (
    <Hint says={note}>
      <button
        type="button"
        className={styles.state}
        aria-label={`${stateLabels[transcript.state]}. What happens next?`}
      >
        {pill}
      </button>
    </Hint>
  )
}

/** The one next step of the transcript; where a decision has two sides, the other beside it. Nothing for those who may not. */
export const StateButton = () => {
  const bench = useBenchStore()
  const store = useTranscriptStore()
  const transcript = useTranscript((view) => view.transcript)
  const actor = useTranscript((view) => view.actor)
  const move = useTranscript((view) => view.move)
  const why = useTranscript((view) => view.unsent.find(({ key }) => key === wordsOf.step)?.why)
  const [asking, ask] = useState<Step | null>(null)
  const [failed, setFailed] = useState(false)
  const [moving, setMoving] = useState<Step['label'] | null>(null)
  const { steps, note } = nextStep(transcript, actor)

  const go = async (step: Step, reason?: string) => {
    setMoving(step.label)
    const moved = await move(step.to, reason)
    setMoving(null)
    // A window with a reason in it stays, with what went wrong.
    setFailed(!moved)
    if (!moved && !step.why) return show(bench, 'unsent')
    if (!moved) return
    ask(null)
    announce(bench, `The transcript is now in the state ${stateLabels[step.to]}.`)
  }
  /** Before it is vouched for: what others opened meanwhile counts too. True, or why it cannot be known. */
  const look = async (): Promise<true | string> => {
    await store.getState().refresh()
    const { complete, loadMarks, transcript: now } = store.getState()
    if (now.version !== transcript.version)
      return 'The transcript was changed meanwhile and is shown as it is now. Look, then try again.'
    const fetching = complete ? Promise.resolve() : loadMarks()
    return fetching.then(
      () => true as const,
      () => 'What is still open could not be fetched. Check the connection and try again.',
    )
  }
  const begin = async (step: Step) => {
    setFailed(false)
    if (step.why) return ask(step)
    setMoving(step.label)
    const known = await look()
    setMoving(null)
    if (known !== true) return notify(known)
    const open = openWords(store.getState().marks.values(), step)
    if (open === null) return go(step)
    await askFirst({
      title: `${step.label} with open annotations?`,
      body: `${open} ${step.label} all the same?`,
      action: step.label,
      onConfirm: () => void go(step),
    })
  }

  const onWanted = useEffectEvent((label: string) => {
    bench.setState({ wantedStep: null })
    const step = steps.find((one) => one.label === label)
    if (step) void begin(step)
  })
  useEffect(() => bench.subscribe(({ wantedStep }) => wantedStep !== null && onWanted(wantedStep)), [bench])

  return (
    <>
      {[...steps].reverse().map((step) => (
        <Hint key={step.label} says={step === steps[0] ? note : null} side="end">
          <Button
            variant={step === steps[0] && !step.back ? 'filled' : 'default'}
            loading={moving === step.label}
            onClick={() => void begin(step)}
          >
            {step.label}
          </Button>
        </Hint>
      ))}
      {asking?.why && (
        <ReasonWindow
          why={asking.why}
          moving={moving !== null}
          problem={failed ? why : undefined}
          onClose={() => ask(null)}
          onGive={(reason) => void go(asking, reason)}
        />
      )}
    </>
  )
}
