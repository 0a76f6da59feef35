'use client'
import { useCallback, useRef, useState } from 'react'
import { CardColumn } from '@/components/annotation/card-column'
import { CardSheet } from '@/components/annotation/card-sheet'
import type { Beginning } from '@/components/api/store'
import { TranscriptStoreProvider, useTranscript, useTranscriptStore } from '@/components/api/store-context'
import type { Formats } from '@/components/desk/accepted'
import { fetched } from '@/components/ui/fetched'
import type { Outline } from '@/lib/transcript/outline'
import { Announcer } from './announcer'
import { BottomBar } from './bottom-bar'
import { FilterBar } from './filter-bar'
import type { Command } from './keys'
import { LeftPanel, type PanelProps } from './left-panel'
import type { Reading } from './reading'
import { ReadingView } from './reading-view'
import { SelectionBar } from './selection-bar'
import { TitleBlock } from './title-block'
import { TopBar } from './top-bar'
import { UndoBar } from './undo-bar'
import { UnsentList } from './unsent-list'
import { useAddress } from './use-address'
import { useCommands } from './use-commands'
import { useKeeping, useLeaving, useQuietHours } from './use-keeping'
import { useKeys } from './use-keys'
import { useOutline } from './use-outline'
import { useReadingEvents, useReadingSync } from './use-reading'
import { useSection } from './use-section'
import { useSight } from './use-sight'
import { useTypeAhead } from './use-type-ahead'
import styles from './workbench.module.css'
import { BenchProvider, show, useBench, useBenchStore } from './workbench-state'

const CommandsWindow = fetched(async () => (await import('./commands-window')).CommandsWindow)
const DescribeForm = fetched(async () => (await import('./describe-form')).DescribeForm)
const KeyHelp = fetched(async () => (await import('./key-help')).KeyHelp)
const NewerVersion = fetched(async () => (await import('./newer-version')).NewerVersion)
const PanelDrawer = fetched(async () => (await import('./panel-drawer')).PanelDrawer)

type Props = {
  readonly beginning: Beginning
  readonly outline: Outline
  /** How many turns the text has. */
  readonly turns: number
  /** Under which the server keeps the HTML of the text. */
  readonly textKey: string
  /** What a newer version of the file may be. */
  readonly formats: Formats
}

/** One transcript on the desk: its text in the middle, what it is made of on the left, what was found in it on the right. */
export const Workbench = ({ beginning, ...rest }: Props) => (
  <TranscriptStoreProvider beginning={beginning}>
    <BenchProvider>
      <Desk {...rest} />
    </BenchProvider>
  </TranscriptStoreProvider>
)

type DeskProps = Omit<Props, 'beginning'>

/** The marks that the page came with, and that are shown. */
const useFirstMarks = () => {
  const store = useTranscriptStore()
  const [first] = useState(() => {
    const { shown, marks } = store.getState()
    return shown.flatMap((id) => marks.get(id) ?? [])
  })
  return first
}

const Desk = ({ textKey, formats, ...given }: DeskProps) => {
  const firstMarks = useFirstMarks()
  const bench = useBenchStore()
  const id = useTranscript((view) => view.transcript.id)
  const revision = useTranscript((view) => view.revision)
  const lang = useTranscript((view) => view.transcript.language)
  const pane = useRef<HTMLDivElement>(null)
  const { outline, turns } = useOutline(given, pane)
  const events = useReadingEvents()
  const onReady = useCallback((reading: Reading | null) => bench.setState({ reading }), [bench])
  const { showText } = useTranscriptStore()
  const commands = useCommands(pane)
  useReadingSync()
  useAddress()
  useKeeping()
  useLeaving()
  useQuietHours()
  useSection(outline, pane)
  useSight()
  useTypeAhead()
  useKeys(commands)
  return (
    <div className={styles.workbench}>
      <a className="skip-link" href="#annotations">
        Skip to the annotations
      </a>
      <TopBar />
      <LeftPanel outline={outline} turns={turns} pane={pane} />
      <main id="main" tabIndex={-1} className={styles.middle} ref={pane}>
        <TitleBlock />
        <ReadingView
          transcriptId={id}
          revision={revision}
          textKey={textKey}
          lang={lang ?? null}
          firstMarks={firstMarks}
          onReady={onReady}
          onText={showText}
          events={events}
        />
        <SelectionBar onCommand={commands} />
      </main>
      <section id="annotations" tabIndex={-1} className={styles.right} aria-label="Annotations">
        <FilterBar />
        <CardColumn />
      </section>
      <UndoBar />
      <UnsentList />
      <CardSheet />
      <BottomBar onCommand={commands} />
      <Announcer />
      <Overlays outline={outline} turns={turns} pane={pane} onCommand={commands} formats={formats} />
    </div>
  )
}

type OverlaysProps = PanelProps & Pick<Props, 'formats'> & { readonly onCommand: (command: Command) => boolean }

/** What stands over the page when it is asked for; loaded then. */
const Overlays = ({ onCommand, formats, ...panel }: OverlaysProps) => {
  const bench = useBenchStore()
  const overlay = useBench((state) => state.overlay)
  const seen = useRef(new Set<string>())
  if (overlay) seen.current.add(overlay)
  const was = (name: string) => seen.current.has(name)
  return (
    <div className={styles.overlays}>
      {(was('panel') || was('search')) && <PanelDrawer {...panel} />}
      {was('keys') && <KeyHelp opened={overlay === 'keys'} onClose={() => show(bench, null)} />}
      {overlay === 'commands' && <CommandsWindow onCommand={onCommand} />}
      {was('details') && <DescribeForm />}
      {was('version') && <NewerVersion formats={formats} />}
    </div>
  )
}
