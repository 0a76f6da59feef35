import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DeskName } from '@/components/desk/desk-name'
import { Page } from '@/components/ui/page'
import { readDesk } from '@/lib/data/desks'
import { can } from '@/lib/permissions/can'
import { requireActor } from '@/lib/server/actor'
import { forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Settings' }

export default async function Settings({ params }: { readonly params: Promise<{ readonly desk: string }> }) {
  const actor = await requireActor()
  const { desk: named } = await params
  const { id, slug, name, version } = await forPage(() => readDesk(actor, { desk: named }))
  if (!can(actor, 'desk.edit', { deskId: id })) notFound()
  return (
    <Page title="Settings" narrow>
      <DeskName slug={slug} name={name} version={version} />
    </Page>
  )
}
