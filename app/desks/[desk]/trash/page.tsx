import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TrashTable } from '@/components/desk/trash-table'
import { LinkButton } from '@/components/ui/link-button'
import { Empty, Page } from '@/components/ui/page'
import { readDesk } from '@/lib/data/desks'
import { listTranscripts } from '@/lib/data/transcripts'
import { can } from '@/lib/permissions/can'
import { requireActor } from '@/lib/server/actor'
import { forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Trash' }

export default async function Trash({ params }: { readonly params: Promise<{ readonly desk: string }> }) {
  const actor = await requireActor()
  const { desk: named } = await params
  const desk = await forPage(() => readDesk(actor, { desk: named }))
  if (!can(actor, 'transcript.restore', { deskId: desk.id })) notFound()
  const first = await listTranscripts(actor, { desk: desk.slug, trash: true })
  const back = (
    <LinkButton href={`/desks/${desk.slug}`} variant="default">
      Back to the transcripts
    </LinkButton>
  )
  return (
    <Page title="Trash" lead="Nothing here is lost: each comes back with everything on it." actions={back}>
      {first.items.length > 0 ? (
        <TrashTable first={first} desk={desk.slug} />
      ) : (
        <Empty title="The trash is empty">
          Transcripts that are moved to the trash stand here until they are restored.
        </Empty>
      )}
    </Page>
  )
}
