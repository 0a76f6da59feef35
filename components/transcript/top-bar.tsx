'use client'
import { ActionIcon } from '@mantine/core'
import { IconLayoutSidebar } from '@tabler/icons-react'
import { useTranscript } from '@/components/api/store-context'
import { AccountMenu } from '@/components/ui/account-menu'
import { Logo } from '@/components/ui/logo'
import styles from './bars.module.css'
import { ExportMenu } from './export-menu'
import { StateButton, TranscriptState } from './state-button'
import { show, useBenchStore } from './workbench-state'

/** Where you are, the state of the transcript, export, and the one next step. */
export const TopBar = () => {
  const transcript = useTranscript((view) => view.transcript)
  const actor = useTranscript((view) => view.actor)
  const bench = useBenchStore()
  return (
    <header className={styles.top} data-region="top">
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        className={styles.burger}
        aria-label="Outline, speakers and filters"
        aria-haspopup="dialog"
        onClick={() => show(bench, 'panel')}
      >
        <IconLayoutSidebar size={18} stroke={1.7} aria-hidden />
      </ActionIcon>
      <a href="/" className={styles.home} aria-label="Verbatim, your desks">
        <Logo />
      </a>
      <nav className={styles.crumbs} aria-label="You are here">
        <a href={`/desks/${transcript.desk.slug}`} className={styles.desk}>
          {transcript.desk.name}
        </a>
        <span className={styles.slash} aria-hidden="true">
          /
        </span>
        <span className={styles.here} aria-current="page" title={transcript.title}>
          {transcript.title}
        </span>
      </nav>
      <TranscriptState />
      <div className={styles.actions}>
        <span className={styles.wide}>
          <AccountMenu person={actor} />
        </span>
        <span className={styles.wide}>
          <ExportMenu id={transcript.id} original={transcript.original} />
        </span>
        <StateButton />
      </div>
    </header>
  )
}
