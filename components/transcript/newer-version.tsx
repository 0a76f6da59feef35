'use client'
import { Button, Group, Modal, Progress, Stack, Tabs, Textarea } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranscriptStore } from '@/components/api/store-context'
import type { Formats } from '@/components/desk/accepted'
import { DropArea } from '@/components/desk/drop-area'
import { FilePick } from '@/components/desk/file-pick'
import { useKeptForm } from '@/components/desk/use-kept-form'
import { LinkButton } from '@/components/ui/link-button'
import { notify } from '@/components/ui/notice'
import { Problem } from '@/components/ui/problem'
import type { MadeVersion } from '@/lib/transcript/job'
import type { NewerText } from './send-version'
import { type Refusal, type Stage, useVersion } from './use-version'
import classes from './version.module.css'
import { VersionPreview } from './version-preview'
import { madeInWords, unsureIn } from './version-words'
import { countOf } from './words'
import { show, useBench, useBenchStore } from './workbench-state'

type Props = { readonly formats: Formats }

/**
 * The window for a newer version of the transcript's file: it is given, what it would do is shown, and only then is it the
 * next revision. Making it goes on when the window is closed; what was pasted is kept until it is made.
 */
export const NewerVersion = ({ formats }: Props) => {
  const bench = useBenchStore()
  const store = useTranscriptStore()
  const { actor, transcript } = store.getState()
  const opened = useBench((state) => state.overlay === 'version')
  const { stage, newer, problem, look, make, cancel, again } = useVersion()
  const typed = useTyped(`${actor.id}/version/${transcript.id}`)

  const isOpen = () => bench.getState().overlay === 'version'
  const close = () => {
    // What would come of it is asked for by this window alone.
    if (stage.at === 'working' && !stage.making) cancel()
    if (stage.at === 'made') again()
    show(bench, null)
  }
  const take = (text: NewerText) => void look(text)
  const makeIt = async (told: MadeVersion, reason: string) => {
    const made = await make(told, reason)
    if (typeof made === 'string' && !isOpen()) notify(made)
    if (typeof made === 'string') return
    typed.forget()
    // The bar below the text says it, with the way back; what is to be looked at is offered here as well.
    if (isOpen() && unsureIn(made.version) > 0) return
    again()
    if (isOpen()) show(bench, null)
  }
  const choosing = stage.at === 'choosing'
  return (
    <>
      {opened && choosing && <DropArea label="Drop the newer version" onDrop={([file]) => file && take(file)} />}
      <Modal opened={opened} onClose={close} title="Upload a newer version" size={640}>
        <Focused key={stage.at}>
          {choosing && <Choose formats={formats} form={typed.form} problem={problem} given={newer} onGive={take} />}
          {stage.at === 'working' && <Working {...stage} onCancel={cancel} />}
          {stage.at === 'told' && (
            <VersionPreview
              told={stage.told}
              name={newer instanceof File ? newer.name : 'The text you pasted'}
              problem={problem?.words}
              reason={{ ...typed.form.getInputProps('reason'), key: typed.form.key('reason') }}
              onMake={() => void makeIt(stage.told, typed.form.getValues().reason.trim())}
              onOther={again}
            />
          )}
          {stage.at === 'made' && <Made made={stage.made} onClose={close} />}
        </Focused>
      </Modal>
    </>
  )
}

/** Takes the focus when another stage of the window is shown, so that it is read and the keys go on from there. */
const Focused = ({ children }: { readonly children: ReactNode }) => {
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const first = here.current?.querySelector<HTMLElement>('[data-autofocus]')
    ;(first ?? here.current)?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={here} tabIndex={-1} style={{ outline: 'none' }}>
      {children}
    </div>
  )
}

type Typed = { text: string; reason: string }

/** What is typed and pasted, kept in the browser for this person until it is made. Uncontrolled: a text may be megabytes long. */
const useTyped = (place: string) => {
  const form = useForm<Typed>({
    ...{ mode: 'uncontrolled', initialValues: { text: '', reason: '' }, onValuesChange: (typed) => kept.keep(typed) },
    validate: { text: (text) => (text.trim() === '' ? 'Paste the text here.' : null) },
  })
  const kept = useKeptForm<Typed>(place, form.setValues)
  const forget = () => {
    form.reset()
    kept.forget()
  }
  return { form, forget }
}

type ChooseProps = Props & {
  readonly form: UseFormReturnType<Typed>
  readonly problem: Refusal | null
  /** What was given before, to be tried once more. */
  readonly given: NewerText | null
  readonly onGive: (newer: NewerText) => void
}

const Choose = ({ formats, form, problem, given, onGive }: ChooseProps) => (
  <Stack gap={14}>
    <p className={classes.told}>
      A corrected printing of the same article, or a newer transcript of the same call. Annotations stay with their
      words, and you see what changes before it is stored.
    </p>
    <Problem>{problem?.words}</Problem>
    {problem?.mayPass && given !== null && (
      <Group>
        <Button variant="default" onClick={() => onGive(given)}>
          Compare again
        </Button>
      </Group>
    )}
    <Tabs defaultValue={form.getValues().text === '' ? 'file' : 'paste'} keepMounted={false}>
      <Tabs.List mb={16}>
        <Tabs.Tab value="file">File</Tabs.Tab>
        <Tabs.Tab value="paste">Paste</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="file">
        <FilePick one formats={formats} small={false} disabled={false} onPick={([file]) => file && onGive(file)} />
      </Tabs.Panel>
      <Tabs.Panel value="paste">
        <form onSubmit={form.onSubmit(({ text }) => onGive(text))} noValidate>
          <Stack gap={14}>
            <Textarea
              label="Text"
              description="The whole text as it reads now. It is kept exactly as it is."
              rows={10}
              spellCheck={false}
              data-autofocus
              key={form.key('text')}
              {...form.getInputProps('text')}
            />
            <Group justify="flex-end">
              <Button type="submit">Compare</Button>
            </Group>
          </Stack>
        </form>
      </Tabs.Panel>
    </Tabs>
  </Stack>
)

type WorkingProps = Extract<Stage, { at: 'working' }> & { readonly onCancel: () => void }

const Working = ({ making, progress: { words, share, stays }, onCancel }: WorkingProps) => (
  <Stack gap={14}>
    <p className={classes.told}>{words}</p>
    <Progress value={share * 100} animated={share === 1} aria-label={words} />
    {making && stays && <p className={classes.told}>You can close this window: it goes on.</p>}
    {/* Once it is with the desk it is made in a moment, or is a job that can be stopped. */}
    {(!making || share < 1 || stays) && (
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    )}
  </Stack>
)

const Made = ({
  made: { transcript, version },
  onClose,
}: {
  readonly made: MadeVersion
  readonly onClose: () => void
}) => {
  const unsure = unsureIn(version)
  return (
    <Stack gap={14}>
      <p className={classes.told}>{madeInWords(version)}</p>
      <Group justify="flex-end" gap={8}>
        {unsure > 0 && (
          <LinkButton variant="default" href={`/transcripts/${transcript.id}/repair`}>
            Look at {countOf(unsure, 'annotation')}
          </LinkButton>
        )}
        <Button onClick={onClose} data-autofocus>
          Go on reading
        </Button>
      </Group>
    </Stack>
  )
}
