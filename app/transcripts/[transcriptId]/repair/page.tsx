import type { Metadata } from 'next'
import { Frame } from '@/app/frame'
import { RepairQueue } from '@/components/repair/repair-queue'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { listRepairs } from '@/lib/data/repairs'
import { requireActor } from '@/lib/server/actor'
import { forPage } from '@/lib/server/page'
import { summaryOf } from '../summary-of'

type Props = { readonly params: Promise<{ readonly transcriptId: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: `Repair · ${(await summaryOf((await params).transcriptId)).title}`,
})

/** The annotations of a transcript whose words were corrected away, to be attached elsewhere, archived or left. */
export default async function RepairPage({ params }: Props) {
  const { transcriptId } = await params
  const { id, name, administrator, roles } = await requireActor()
  const actor = { id, name, administrator, roles }
  const { desk, title, state } = await summaryOf(transcriptId)
  const first = await forPage(() => listRepairs(actor, { transcriptId, limit: 10 }))
  const back = (
    <LinkButton href={`/transcripts/${transcriptId}`} variant="default">
      Back to the text
    </LinkButton>
  )
  return (
    <Frame desk={desk}>
      <Page title="Repair queue" lead={`Annotations of “${title}” whose words were corrected away.`} actions={back}>
        <RepairQueue transcript={{ id: transcriptId, deskId: desk.id, state }} actor={actor} first={first} />
      </Page>
    </Frame>
  )
}
