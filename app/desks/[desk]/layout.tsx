import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Frame } from '@/app/frame'
import { readDesk } from '@/lib/data/desks'
import { requireActor } from '@/lib/server/actor'
import { forPage } from '@/lib/server/page'

type Props = { readonly children: ReactNode; readonly params: Promise<{ readonly desk: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireActor()
  const { desk } = await params
  const { name } = await forPage(() => readDesk(actor, { desk }))
  return { title: { template: `%s · ${name} · Verbatim`, default: name } }
}

export default async function DeskLayout({ children, params }: Props) {
  const { desk } = await params
  const actor = await requireActor()
  return <Frame desk={await forPage(() => readDesk(actor, { desk }))}>{children}</Frame>
}
