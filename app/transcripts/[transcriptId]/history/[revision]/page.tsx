import { Button } from '@mantine/core'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Frame } from '@/app/frame'
import { OldNotice } from '@/components/history/old-notice'
import { OldRevision } from '@/components/history/old-revision'
import { Page } from '@/components/ui/page'
import { readFirstMarks } from '@/lib/data/marks'
import { readRevision } from '@/lib/data/revisions'
import { requireActor } from '@/lib/server/actor'
import { forPage } from '@/lib/server/page'
import { htmlKey, keepHtml } from '@/lib/transcript/html-cache'
import { summaryOf } from '../../summary-of'

type Props = { readonly params: Promise<{ readonly transcriptId: string; readonly revision: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { transcriptId, revision } = await params
  return { title: `Revision ${revision} of ${(await summaryOf(transcriptId)).title}` }
}

/** The text of one revision with its annotations as they stood then. Like the workbench, it never goes through React. */
export default async function RevisionPage({ params }: Props) {
  const { transcriptId, revision: named } = await params
  const actor = await requireActor()
  const { title, head, desk, language } = await summaryOf(transcriptId)
  const number = /^[1-9]\d{0,8}$/.test(named) ? Number(named) : 0
  if (number < 1 || number > head) notFound()
  const [revision, { marks, complete }] = await Promise.all([
    forPage(() => readRevision(actor, { transcriptId, number })),
    forPage(() => readFirstMarks(actor, { transcriptId, revision: number })),
  ])
  const textKey = htmlKey(transcriptId, number)
  await keepHtml(textKey, async () => revision)
  const { createdAt } = revision
  const back = (
    <Button component="a" href={`/transcripts/${transcriptId}/history?to=${number}`} variant="default">
      History of the text
    </Button>
  )
  const text = { transcriptId, textKey, lang: language, first: marks, complete }
  return (
    <Frame desk={desk}>
      <Page title={title} actions={back}>
        <OldNotice {...{ transcriptId, revision: number, head, createdAt }} />
        <OldRevision {...text} />
      </Page>
    </Frame>
  )
}
