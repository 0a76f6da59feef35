'use client'
import { ActionIcon, Anchor, Button, Progress } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { hasEnded, type Job } from '@/lib/transcript/job'
import { type Item, isFailed, isMoving, standingOfJob } from './import-queue'
import classes from './import-strip.module.css'
import { useOpenImport } from './import-window'
import { ReadingNotes } from './reading-notes'
import { useImports } from './use-imports'

/** What is being imported, over the desk's list: also what was begun before this page was opened, or in another tab. */
export const ImportStrip = () => {
  const { items, jobs, refused } = useImports()
  const moving = items.filter(isMoving)
  const failed = items.filter(isFailed)
  if (moving.length + jobs.length + refused.length + failed.length === 0) return null
  const out = moving.reduce((sum, { sent }) => sum + sent, 0) / Math.max(1, moving.length)
  return (
    <section className={classes.strip} aria-label="Imports">
      <ul>
        {moving.length > 0 && <SendingLine count={moving.length} share={out} />}
        {jobs.map((job) => (
          <JobLine key={job.id} job={job} />
        ))}
        {[...refused, ...failed].map((item) => (
          <FailedLine key={item.id} item={item} />
        ))}
      </ul>
    </section>
  )
}

const SendingLine = ({ count, share }: { readonly count: number; readonly share: number }) => {
  const open = useOpenImport()
  const what = count === 1 ? 'Sending a file' : `Sending ${count} files`
  return (
    <li>
      <span className={classes.title}>{what}</span>
      <span className={classes.state}>Keep this page open</span>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={open}>
        Show
      </Button>
      <Progress className={classes.wide} size="xs" value={share * 100} aria-label={what} />
    </li>
  )
}

/** A file that did not get in: one that may be sent again leads back to the window where it waits for that. */
const FailedLine = ({ item }: { readonly item: Item }) => {
  const { takeOff } = useImports()
  const open = useOpenImport()
  const { id, file, problem, final } = item
  return (
    <li data-state="failed">
      <span className={classes.title}>{file.name}</span>
      <span className={classes.state}>Not imported</span>
      {final ? (
        <TakeOff title={file.name} onClick={() => takeOff(id)} />
      ) : (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={open} aria-label={`Try ${file.name} again`}>
          Try again
        </Button>
      )}
      <p className={classes.problem}>{problem}</p>
    </li>
  )
}

const TakeOff = ({ title, onClick }: { readonly title: string; readonly onClick: () => void }) => (
  <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`Take ${title} off this list`} onClick={onClick}>
    <IconX size={15} aria-hidden="true" />
  </ActionIcon>
)

const JobLine = ({ job }: { readonly job: Job }) => {
  const { cancelJob, close } = useImports()
  const { words, share } = standingOfJob(job)
  const transcript = job.result?.transcript
  return (
    <li data-state={job.state}>
      <span className={classes.title}>
        {transcript ? <Anchor href={`/transcripts/${transcript.id}`}>{transcript.title}</Anchor> : job.title}
      </span>
      <span className={classes.state}>{words}</span>
      {hasEnded(job) ? (
        <TakeOff title={transcript?.title ?? job.title} onClick={() => close(job.id)} />
      ) : (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={`Cancel ${job.title}`}
          onClick={() => void cancelJob(job.id)}
        >
          Cancel
        </Button>
      )}
      {share !== undefined && (
        <Progress className={classes.wide} size="xs" value={share * 100} aria-label={`${job.title}: ${words}`} />
      )}
      {job.problem && <p className={classes.problem}>{job.problem.detail}</p>}
      <ReadingNotes notes={job.result?.notes ?? []} />
    </li>
  )
}
