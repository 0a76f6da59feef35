import type { ReactNode } from 'react'
import { AppBar } from '@/components/ui/app-bar'
import { listDesks } from '@/lib/data/desks'
import { requireActor } from '@/lib/server/actor'

type Props = {
  readonly children: ReactNode
  /** The desk that the page belongs to. */
  readonly desk?: { readonly id: string; readonly slug: string; readonly name: string }
}

/** The bar and what stands under it, for everyone who is signed in; others are sent to sign in first. */
export async function Frame({ children, desk }: Props) {
  const actor = await requireActor()
  const { items } = await listDesks(actor)
  return (
    <>
      <AppBar
        person={{ id: actor.id, name: actor.name, administrator: actor.administrator }}
        desks={items.map(({ slug, name }) => ({ slug, name }))}
        desk={desk === undefined ? undefined : { slug: desk.slug, name: desk.name }}
      />
      {children}
    </>
  )
}
