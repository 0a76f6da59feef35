import type { Metadata } from 'next'
import { Codebook } from '@/components/desk/codebook'
import { Page } from '@/components/ui/page'
import { readDesk } from '@/lib/data/desks'
import { listTags } from '@/lib/data/tags'
import { can } from '@/lib/permissions/can'
import { requireActor } from '@/lib/server/actor'
import { forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Tags' }

export default async function Tags({ params }: { readonly params: Promise<{ readonly desk: string }> }) {
  const actor = await requireActor()
  const { desk: named } = await params
  const { id, slug } = await forPage(() => readDesk(actor, { desk: named }))
  const { items } = await listTags(actor, { desk: slug })
  const lead = 'The codebook: what each tag means, and when to use it. Annotations can carry other tags too.'
  return (
    <Page title="Tags" lead={lead}>
      <Codebook first={items} desk={slug} mayEdit={can(actor, 'codebook.edit', { deskId: id })} />
    </Page>
  )
}
