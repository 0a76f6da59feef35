import { accepted } from '@/components/desk/accepted'
import { ListActions } from '@/components/desk/import-button'
import { ImportStrip } from '@/components/desk/import-strip'
import { Importing } from '@/components/desk/import-window'
import { LeftBehindList } from '@/components/desk/left-behind-list'
import { ListControls } from '@/components/desk/list-controls'
import { fromSearch, toSearch } from '@/components/desk/list-query'
import { NoTranscripts } from '@/components/desk/no-transcripts'
import { TranscriptTable } from '@/components/desk/transcript-table'
import { Page } from '@/components/ui/page'
import { readDesk } from '@/lib/data/desks'
import { listJobs } from '@/lib/data/jobs'
import { listTranscripts } from '@/lib/data/transcripts'
import { type Action, can } from '@/lib/permissions/can'
import { requireActor } from '@/lib/server/actor'
import { forPage } from '@/lib/server/page'

type Props = {
  readonly params: Promise<{ readonly desk: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Transcripts({ params, searchParams }: Props) {
  const actor = await requireActor()
  const { desk: named } = await params
  const desk = await forPage(() => readDesk(actor, { desk: named }))
  const { slug, name } = desk
  const query = fromSearch(await searchParams)
  const first = await listTranscripts(actor, { desk: slug, ...query, state: query.state ?? undefined })
  const isAllowed = (action: Action) => can(actor, action, { deskId: desk.id })
  const may = {
    import: isAllowed('transcript.import'),
    describe: isAllowed('transcript.describe'),
    remove: isAllowed('transcript.delete'),
    revise: isAllowed('revision.upload'),
    restore: isAllowed('transcript.restore'),
  }
  const path = `/desks/${slug}`
  const filtered = query.q.trim() !== '' || query.state !== null
  const screen = (
    <Page title={name} actions={<ListActions path={path} may={may} />}>
      {may.import && <ImportStrip />}
      {(first.items.length > 0 || filtered) && <ListControls path={path} query={query} />}
      {first.items.length > 0 ? (
        <TranscriptTable key={toSearch(query)} first={first} desk={slug} person={actor.id} query={query} may={may} />
      ) : (
        <NoTranscripts filtered={filtered} path={path} mayImport={may.import} />
      )}
      <LeftBehindList person={actor.id} shown={first.items.map(({ id }) => id)} />
    </Page>
  )
  if (!may.import) return screen
  const jobs = await listJobs(actor, { desk: slug, limit: 200 })
  return (
    <Importing desk={{ slug, name }} person={actor.id} formats={accepted} jobs={jobs.items}>
      {screen}
    </Importing>
  )
}
