'use client'
import { ActionIcon, Anchor, Button, Progress } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { sizeInWords } from '@/components/ui/size'
import classes from './file-list.module.css'
import type { Item } from './import-queue'

type Props = {
  readonly items: readonly Item[]
  readonly remove: (id: number) => void
  readonly stop: () => void
}

const words: Readonly<Record<Item['state'], string>> = {
  waiting: 'Ready',
  sending: 'Sending',
  reading: 'Reading and storing',
  done: 'Imported',
  failed: 'Not imported',
}

/** The files chosen, how far each is, and why one was refused. */
export const FileList = ({ items, remove, stop }: Props) => (
  <ul className={classes.list} aria-label="Files">
    {items.map((item) => (
      <li key={item.id} data-state={item.state}>
        <span className={classes.name}>
          {item.transcript ? (
            <Anchor href={`/transcripts/${item.transcript.id}`}>{item.transcript.title}</Anchor>
          ) : (
            item.file.name
          )}
        </span>
        <span className={classes.state} role="status">
          {item.state === 'waiting' ? sizeInWords(item.file.size) : words[item.state]}
          {item.state === 'sending' && ` ${Math.floor(item.sent * 100)}%`}
        </span>
        <Action item={item} remove={remove} stop={stop} />
        {(item.state === 'sending' || item.state === 'reading') && (
          <Progress
            className={classes.progress}
            size="sm"
            value={item.sent * 100}
            animated={item.state === 'reading'}
            aria-label={`${words[item.state]} ${item.file.name}`}
          />
        )}
        {item.problem !== undefined && (
          <p className={classes.problem} role="alert">
            {item.problem}
          </p>
        )}
      </li>
    ))}
  </ul>
)

const Action = ({ item, remove, stop }: { readonly item: Item } & Omit<Props, 'items'>) => {
  if (item.state === 'done' || item.state === 'reading') return <span />
  if (item.state === 'sending') {
    return (
      <Button variant="subtle" color="gray" size="compact-sm" onClick={stop}>
        Stop
      </Button>
    )
  }
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={`Leave out ${item.file.name}`}
      onClick={() => remove(item.id)}
    >
      <IconX size={15} aria-hidden="true" />
    </ActionIcon>
  )
}
