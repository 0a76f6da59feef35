'use client'
import { useTranscript } from '@/components/api/store-context'
import { Approval } from '@/components/ui/approval'
import { can } from '@/lib/permissions/can'
import { useRepairCount } from './use-counts'
import { describeTranscript } from './words'
import styles from './workbench.module.css'
import { show, useBenchStore } from './workbench-state'

/** The title over the text, and below it where the text comes from and which state of it this is. */
export const TitleBlock = () => {
  const bench = useBenchStore()
  const transcript = useTranscript((view) => view.transcript)
  const revision = useTranscript((view) => view.revision)
  const mayDescribe = useTranscript((view) =>
    can(view.actor, 'transcript.describe', { deskId: view.transcript.desk.id, state: view.transcript.state }),
  )
  const about = describeTranscript(transcript, revision)
  const mayUpload = useTranscript((view) =>
    can(view.actor, 'revision.upload', { deskId: view.transcript.desk.id, state: view.transcript.state }),
  )
  return (
    <div className={styles.head}>
      <h1 className={styles.title} dir="auto">
        {transcript.title}
      </h1>
      <p className={styles.about}>
        {about.slice(0, -1).join(' · ')}
        {' · '}
        <a href={`/transcripts/${transcript.id}/history`} className={styles.revision} title="History of the text">
          {about.at(-1)}
        </a>
        {transcript.origin && <Origin origin={transcript.origin} />}
        {mayDescribe && ' '}
        {mayDescribe && (
          <button
            type="button"
            className={styles.details}
            onClick={() => show(bench, 'details')}
            aria-haspopup="dialog"
          >
            Edit details
          </button>
        )}
        {mayUpload && ' '}
        {mayUpload && (
          <button
            type="button"
            className={styles.details}
            onClick={() => show(bench, 'version')}
            aria-haspopup="dialog"
          >
            Upload a newer version
          </button>
        )}
      </p>
      <ToRepair id={transcript.id} />
      {transcript.approval && (
        <p className={styles.about}>
          <Approval {...transcript.approval} />
        </p>
      )}
    </div>
  )
}

/** How many annotations lost their words, with the way to where they are repaired. */
const ToRepair = ({ id }: { readonly id: string }) => {
  const count = useRepairCount()
  if (count === 0) return null
  return (
    <p className={styles.about}>
      <a href={`/transcripts/${id}/repair`}>
        {count === 1 ? '1 annotation to repair' : `${count.toLocaleString('en')} annotations to repair`}
      </a>
    </p>
  )
}

/** Where it came from: a link where that is an address. */
const Origin = ({ origin }: { readonly origin: string }) => (
  <>
    {' · origin: '}
    {/^https?:\/\/\S+$/i.test(origin) ? (
      <a href={origin} target="_blank" rel="noreferrer">
        {origin.replace(/^https?:\/\//i, '').replace(/\/$/, '')}
      </a>
    ) : (
      origin
    )}
  </>
)
