'use client'
import { Button, Group, Stack, TextInput } from '@mantine/core'
import type { ComponentProps } from 'react'
import { ReadingNotes } from '@/components/desk/reading-notes'
import { PassageWords } from '@/components/history/passage-words'
import { Problem } from '@/components/ui/problem'
import type { MadeVersion } from '@/lib/transcript/job'
import { isDifferent, type VersionOutcome } from '@/lib/transcript/version'
import classes from './version.module.css'
import { changesInWords } from './version-words'
import { countOf } from './words'

type Props = {
  readonly told: MadeVersion
  readonly name: string
  readonly problem: string | undefined
  /** The field for the reason, which outlives this. */
  readonly reason: ComponentProps<typeof TextInput> & { readonly key: string }
  readonly onMake: () => void
  readonly onOther: () => void
}

/** What a newer version would do, before anything is stored. */
export const VersionPreview = ({ told: { version, notes }, name, problem, reason, onMake, onOther }: Props) => {
  const { key, ...field } = reason
  const { revision, first, passages } = version
  const different = isDifferent(version)
  const more = passages - first.length
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onMake()
      }}
    >
      <Stack gap={14}>
        <p className={classes.told}>
          <b className={classes.name}>{name}</b>
          {!different && <br />}
          {!different && changesInWords(version)}
        </p>
        {different && <Problem>{changesInWords(version)} Is it the right file?</Problem>}
        <ReadingNotes notes={notes} />
        <Fates {...version.annotations} />
        {first.length > 0 && (
          <section aria-label="What changes">
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by key */}
            <ol className={classes.passages} tabIndex={0}>
              {first.map((passage) => (
                <li key={passage.number}>
                  {passage.speaker !== null && <p className={classes.speaker}>{passage.speaker}</p>}
                  <PassageWords stretches={passage.stretches} side="both" />
                </li>
              ))}
            </ol>
            {more > 0 && <p className={classes.more}>and {countOf(more, 'passage')} more</p>}
          </section>
        )}
        <TextInput
          label="Reason"
          description="Optional. It stands in the history of the text."
          maxLength={2000}
          key={key}
          {...field}
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
      <p className={classes.more}>Of {countOf(kept + moved + doubtful + lost, 'annotation')}</p>
      <ul className={classes.fates}>
        {rows.map(([says, count]) => (
          <li key={says} data-none={count === 0 || undefined}>
            <b>{count.toLocaleString('en')}</b>
            <span>{says}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
