import { isDatabaseReady } from '@/lib/data/ready'

export const dynamic = 'force-dynamic'

/** Whether the process can do its work: the database answers. */
export const GET = async () => {
  const ready = await isDatabaseReady()
  return Response.json({ status: ready ? 'ok' : 'no database' }, { status: ready ? 200 : 503 })
}
