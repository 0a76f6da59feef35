import { cache } from 'react'
import { readSummary } from '@/lib/data/transcripts'
import { requireActor } from '@/lib/server/actor'
import { forPage } from '@/lib/server/page'

/** The transcript that a page is about, read once for the page and its title. */
export const summaryOf = cache(async (transcriptId: string) => {
  const actor = await requireActor()
  return forPage(() => readSummary(actor, { transcriptId }))
})
