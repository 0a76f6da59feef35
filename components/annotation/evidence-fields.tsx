'use client'
import { SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { type Stance, stances } from '@/lib/annotation/kinds'
import type { EvidenceWords, Faults } from './annotation-words'
import classes from './form.module.css'

type Props = {
  readonly row: EvidenceWords
  readonly onChange: (change: Partial<EvidenceWords>) => void
  readonly faults: Faults
  /** What comes before a field's name in `faults`. */
  readonly path?: string
  /** Whether it takes the focus when it appears. */
  readonly focused?: boolean
}

const choices = Object.entries(stances).map(([value, label]) => ({ value, label }))

/** One row of evidence: which source, how it stands to the claim, a quote, and a note. */
export const EvidenceFields = ({ row, onChange, faults, path = '', focused = false }: Props) => {
  const title = useRef<HTMLInputElement>(null)
  const wanted = useRef(focused)
  useEffect(() => {
    if (wanted.current) title.current?.focus({ preventScroll: true })
  }, [])
  return (
    <>
      <TextInput
        ref={title}
        label="Source"
        placeholder="Title, or who said it"
        data-first
        value={row.title}
        error={faults[`${path}title`]}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <TextInput
        label="Link"
        type="url"
        placeholder="https://"
        value={row.url}
        error={faults[`${path}url`]}
        onChange={(event) => onChange({ url: event.currentTarget.value })}
      />
      <SegmentedControl
        className={classes.stances}
        size="xs"
        fullWidth
        aria-label="How the source stands to the claim"
        data={choices}
        value={row.stance}
        onChange={(stance) => onChange({ stance: stance as Stance })}
      />
      <Textarea
        label="Quote"
        autosize
        minRows={1}
        maxRows={8}
        value={row.quote}
        error={faults[`${path}quote`]}
        onChange={(event) => onChange({ quote: event.currentTarget.value })}
      />
      <Textarea
        label="Note"
        autosize
        minRows={1}
        maxRows={8}
        value={row.note}
        error={faults[`${path}note`]}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  )
}
