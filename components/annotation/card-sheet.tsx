'use client'
import { CloseButton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useTranscript, useTranscriptActions } from '@/components/api/store-context'
import { Card } from './card'
import { narrow } from './card-column'
import classes from './column.module.css'
import { DraftCard } from './forms'
import { usePositions } from './use-positions'

const Sheet = () => {
  const chosen = useTranscript((state) =>
    state.chosen !== null && state.marks.has(state.chosen) ? state.chosen : null,
  )
  const draft = useTranscript((state) => state.draft)
  const { choose } = useTranscriptActions()
  const positions = usePositions()
  if (draft === null && chosen === null) return null
  return (
    <section className={classes.sheet} aria-label="The chosen annotation" data-sheet data-region="sheet">
      {draft ? (
        <DraftCard draft={draft} />
      ) : (
        chosen && (
          <>
            <Card key={chosen} id={chosen} place={positions.of(chosen)} />
            <CloseButton className={classes.close} size="sm" aria-label="Close the card" onClick={() => choose(null)} />
          </>
        )
      )}
    </section>
  )
}

/** In a narrow window: the chosen card, or the form of a new annotation, in a sheet over the foot of the page. */
export const CardSheet = () => (useMediaQuery(narrow) ? <Sheet /> : null)
