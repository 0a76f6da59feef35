'use client'
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ReadingNotes } from '@/components/desk/reading-notes'
import { Problem } from '@/components/ui/problem'
import type { MadeVersion } from '@/lib/transcript/job'
import { type Difference, isDifferent, sameInWords, type VersionOutcome } from '@/lib/transcript/version'
import classes from './version.module.css'
import { changesInWords, counted } from './version-words'

type Props = {
  readonly told: MadeVersion
  readonly name: string
  readonly problem: string | undefined
  readonly onMake: (reason: string) => void
  readonly onOther: () => void
}

/** What a newer version would do, before anything is stored. */
export const VersionPreview = ({ told: { version, notes }, name, problem, onMake, onOther }: Props) => {
  const [reason, setReason] = useState('')
  const { revision, differences, places } = version
  const different = isDifferent(version)
  const more = places - differences.reduce((sum, difference) => sum + difference.places, 0)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onMake(reason.trim())
      }}
    >
      <Stack gap={14}>
        <p className={classes.told}>
          <b className={classes.name}>{name}</b>
          <br />
          {changesInWords(version)}
        </p>
        {different && <Problem>{sameInWords(version.same)} Is it the right file?</Problem>}
        <ReadingNotes notes={notes} />
        <Fates {...version.annotations} />
        {differences.length > 0 && (
          <section aria-label="What changes">
            <ol className={classes.differences}>
              {differences.map((difference, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: they are in the order of the text and never change
                <Changed key={at} {...difference} />
              ))}
            </ol>
            {more > 0 && <p className={classes.more}>and {counted(more, 'place', 'places')} more</p>}
          </section>
        )}
        <TextInput
          label="Reason"
          description="Optional. It stands in the history of the text."
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Problem>{problem}</Problem>
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onOther}>
            Choose another
          </Button>
          <Button type="submit" color={different ? 'red' : undefined}>
            Make revision {revision}
            {different && ' all the same'}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** What becomes of the annotations. */
const Fates = ({ kept, moved, doubtful, lost }: VersionOutcome['annotations']) => {
  if (kept + moved + doubtful + lost === 0) return null
  const rows = [
    ['stay on their words', kept],
    ['go along with changed or moved words', moved],
    ['are doubtful: somebody has to look', doubtful],
    ['lose their words, and wait to be placed again', lost],
  ] as const
  return (
    <section aria-label="What becomes of the annotations">
      <ul className={classes.fates}>
        {rows.map(([says, count]) => (
          <li key={says} data-none={count === 0 || undefined}>
            <b>{count.toLocaleString('en')}</b> {says}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Changed = ({ was, is, before, after }: Difference) => (
  <li dir="auto">
    <span className={classes.beside}>…{before}</span>
    {was !== '' && <del>{was}</del>}
    {was !== '' && is !== '' && ' '}
    {is !== '' && <ins>{is}</ins>}
    <span className={classes.beside}>{after}…</span>
  </li>
)
