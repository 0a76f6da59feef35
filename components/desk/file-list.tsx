'use client'
import { ActionIcon, Anchor, Button, Progress } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { sizeInWords } from '@/components/ui/size'
import classes from './file-list.module.css'
import { type Item, standingOf } from './import-queue'
import { ReadingNotes } from './reading-notes'
import { useImports } from './use-imports'

/** The files chosen, how far each is, what was noticed, and why one was refused. */
export const FileList = () => {
  const { items } = useImports()
  return (
    <ul className={classes.list} aria-label="Files">
      {items.map((item) => (
        <FileLine key={item.id} item={item} />
      ))}
    </ul>
  )
}

const FileLine = ({ item }: { readonly item: Item }) => {
  const { jobs } = useImports()
  const job = jobs.find(({ id }) => id === item.job)
  const { words, share } = standingOf(item, job, sizeInWords(item.file.size))
  return (
    <li data-state={item.state}>
      <span className={classes.name}>
        {item.transcript ? (
          <Anchor href={`/transcripts/${item.transcript.id}`}>{item.transcript.title}</Anchor>
        ) : (
          item.file.name
        )}
      </span>
      <span className={classes.state}>{words}</span>
      <Action item={item} />
      {share !== undefined && (
        <Progress
          className={classes.progress}
          size="sm"
          value={share * 100}
          animated={item.state === 'reading'}
          aria-label={`${item.file.name}: ${words}`}
        />
      )}
      {item.notes !== undefined && <ReadingNotes notes={item.notes} />}
      {item.problem !== undefined && (
        <p className={classes.problem} role="alert">
          {item.problem}
        </p>
      )}
    </li>
  )
}

const Action = ({ item }: { readonly item: Item }) => {
  const { cancel, again } = useImports()
  const { name } = item.file
  if (item.state === 'reading') return <span />
  if (item.state === 'waiting' || item.state === 'sending' || item.state === 'job') {
    return (
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={`Cancel ${name}`}
        onClick={() => cancel(item)}
      >
        Cancel
      </Button>
    )
  }
  const mayPass = item.state === 'cancelled' || (item.state === 'failed' && !item.final)
  return (
    <span className={classes.actions}>
      {mayPass && (
        <Button variant="subtle" size="compact-sm" aria-label={`Try ${name} again`} onClick={() => void again(item)}>
          Try again
        </Button>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={item.state === 'done' ? `Take ${name} off this list` : `Leave out ${name}`}
        onClick={() => cancel(item)}
      >
        <IconX size={15} aria-hidden="true" />
      </ActionIcon>
    </span>
  )
}
