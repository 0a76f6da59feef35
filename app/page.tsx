import { redirect } from 'next/navigation'
import { listDesks } from '@/lib/data/desks'
import { requireActor } from '@/lib/server/actor'

/** The start: one's only desk, or the list of them. */
export default async function Start() {
  const { items } = await listDesks(await requireActor())
  const [only] = items
  redirect(only !== undefined && items.length === 1 ? `/desks/${only.slug}` : '/desks')
}
