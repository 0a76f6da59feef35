import type { Metadata } from 'next'
import { Frame } from '@/app/frame'
import { DeskList } from '@/components/desk/desk-list'
import { NewDesk } from '@/components/desk/new-desk'
import { Empty, Page, Section } from '@/components/ui/page'
import { listDesks } from '@/lib/data/desks'
import { can } from '@/lib/permissions/can'
import { requireActor } from '@/lib/server/actor'

export const metadata: Metadata = { title: 'Your desks' }

export default async function Desks() {
  const actor = await requireActor()
  const { items } = await listDesks(actor)
  const mayCreate = can(actor, 'desk.create')
  return (
    <Frame>
      <Page title="Your desks" narrow>
        {items.length > 0 ? (
          <DeskList desks={items} />
        ) : (
          <Empty title="You are not in a desk yet">
            {mayCreate
              ? 'Create one below; you become its owner and can invite others.'
              : 'Ask an owner of a desk for a link that adds you to it, and open that link while signed in here.'}
          </Empty>
        )}
        {mayCreate && (
          <Section id="new" title="New desk" lead="A team with its own transcripts. You become its owner.">
            <NewDesk />
          </Section>
        )}
      </Page>
    </Frame>
  )
}
