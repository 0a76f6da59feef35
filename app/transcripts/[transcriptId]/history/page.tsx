import { Button } from '@mantine/core'
import type { Metadata } from 'next'
import { Frame } from '@/app/frame'
import { Compared } from '@/components/history/compared'
import { History } from '@/components/history/history'
import { fromSearch } from '@/components/history/history-query'
import { RevisionList } from '@/components/history/revision-list'
import { Page } from '@/components/ui/page'
import { readComparison } from '@/lib/data/comparison'
import { listRevisions } from '@/lib/data/revisions'
import { can } from '@/lib/permissions/can'
import { requireActor } from '@/lib/server/actor'
import { forPage } from '@/lib/server/page'
import { summaryOf } from '../summary-of'

type Props = {
  readonly params: Promise<{ readonly transcriptId: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: `History of ${(await summaryOf((await params).transcriptId)).title}`,
})

/** What happened to the text of a transcript. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const { transcriptId } = await params
  const actor = await requireActor()
  const { head, desk, state, language, title, printedOn } = await summaryOf(transcriptId)
  const query = fromSearch(await searchParams, head)
  const [first, comparison] = await Promise.all([
    forPage(() => listRevisions(actor, { transcriptId, sort: 'newest', limit: 20 })),
    forPage(() => readComparison(actor, { transcriptId, from: query.from, to: query.to, limit: 20 })),
  ])
  const about = { deskId: desk.id, state }
  const may = { undo: can(actor, 'revision.undo', about), restore: can(actor, 'revision.restore', about) }
  const back = (
    <Button component="a" href={`/transcripts/${transcriptId}`} variant="default">
      Back to the text
    </Button>
  )
  const shown = { transcriptId, head, query }
  const words = { lang: language ?? undefined, came: printedOn ? 'printed' : 'imported' }
  return (
    <Frame desk={desk}>
      <Page title="History of the text" lead={title} actions={back}>
        <History
          corrected={head > 1}
          list={<RevisionList key={head} first={first} {...shown} />}
          compared={<Compared person={actor.id} may={may} comparison={comparison} {...shown} {...words} />}
        />
      </Page>
    </Frame>
  )
}
