'use client'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { fetched } from '@/components/ui/fetched'
import { Late } from '@/components/ui/late'
import type { TranscriptSummary } from '@/lib/transcript/transcript'

const ExportEntries = fetched(async () => (await import('./export-entries')).ExportEntries)

type Props = { readonly id: string; readonly original: TranscriptSummary['original'] }

/** Export, as a button of the top bar. */
export const ExportMenu = (props: Props) => {
  const [opened, open] = useState(false)
  return (
    <Late opens="menu" opened={opened} onChange={open} draw={(late) => <ExportEntries {...props} late={late} />}>
      <Button variant="default">Export</Button>
    </Late>
  )
}
