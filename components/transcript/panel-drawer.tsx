'use client'
import { Drawer } from '@mantine/core'
import { KeptDrafts } from '@/components/annotation/column-top'
import type { Draft } from '@/components/api/store'
import { useTranscript, useTranscriptActions } from '@/components/api/store-context'
import { ExportLinks } from './export-entries'
import { FilterChips, FilterResult } from './filter-bar'
import { FilterWords } from './filter-words-field'
import { type PanelProps, PanelRows } from './left-panel'
import styles from './panel.module.css'
import { PickedBar } from './picked-bar'
import { show, useBench, useBenchStore } from './workbench-state'

/** The left panel in a drawer, where the window is too narrow for it; in the narrowest, with what the top bar leaves out. */
export const PanelDrawer = (props: PanelProps) => {
  const bench = useBenchStore()
  const overlay = useBench((state) => state.overlay)
  const opened = overlay === 'panel' || overlay === 'search'
  const transcript = useTranscript((view) => view.transcript)
  const { begin } = useTranscriptActions()
  const close = () => show(bench, null)
  const takeUp = (draft: Draft) => {
    close()
    // The drawer first gives the focus back to where it was opened; then the form takes it.
    setTimeout(() => begin(draft), 60)
  }
  return (
    <Drawer opened={opened} onClose={close} title={transcript.title} size={300} classNames={{ body: styles.drawer }}>
      <div className={styles.onlyNarrow}>
        <a href={`/desks/${transcript.desk.slug}`} className={styles.row}>
          All transcripts of {transcript.desk.name}
        </a>
        <KeptDrafts onContinue={takeUp} />
        <h2 className={styles.heading}>Show</h2>
        <div className={styles.chips}>
          <FilterWords first={overlay === 'search'} />
          <FilterChips />
          <FilterResult />
          <PickedBar />
        </div>
      </div>
      <PanelRows {...props} onGone={close} />
      <div className={styles.onlyNarrow}>
        <h2 className={styles.heading}>Export</h2>
        <ExportLinks id={transcript.id} original={transcript.original} />
        <h2 className={styles.heading}>You</h2>
        <a href="/account" className={styles.row}>
          Your account
        </a>
        <button type="button" className={styles.row} onClick={() => show(bench, 'keys')} aria-haspopup="dialog">
          Keys
        </button>
      </div>
    </Drawer>
  )
}
