import type { Metadata } from 'next'
import { ImportButton } from '@/components/desk/import-button'
import { Importing } from '@/components/desk/import-window'
import { ListControls } from '@/components/desk/list-controls'
import { fromSearch, toSearch } from '@/components/desk/list-query'
import { NoTranscripts } from '@/components/desk/no-transcripts'
import { TranscriptTable } from '@/components/desk/transcript-table'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { readDesk } from '@/lib/data/desks'
import { listTranscripts } from '@/lib/data/transcripts'
import { can } from '@/lib/permissions/can'
import { requireActor } from '@/lib/server/actor'
import { forPage } from '@/lib/server/page'

type Props = {
  readonly params: Promise<{ readonly desk: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export const metadata: Metadata = { title: 'Transcripts' }

export default async function Transcripts({ params, searchParams }: Props) {
  const actor = await requireActor()
  const { desk: named } = await params
  const desk = await forPage(() => readDesk(actor, { desk: named }))
  const query = fromSearch(await searchParams)
  const first = await listTranscripts(actor, { desk: desk.slug, ...query, state: query.state ?? undefined })
  const may = (action: Parameters<typeof can>[1]) => can(actor, action, { deskId: desk.id })
  const path = `/desks/${desk.slug}`
  const filtered = query.q.trim() !== '' || query.state !== null
  const screen = (
    <Page
      title={desk.name}
      actions={
        <>
          {may('transcript.restore') && (
            <LinkButton href={`${path}/trash`} variant="subtle" color="gray">
              Trash
            </LinkButton>
          )}
          {may('transcript.import') && <ImportButton />}
        </>
      }
    >
      {(first.items.length > 0 || filtered) && <ListControls path={path} query={query} />}
      {first.items.length > 0 ? (
        <TranscriptTable
          key={toSearch(query)}
          first={first}
          desk={desk.slug}
          query={query}
          may={{ describe: may('transcript.describe'), remove: may('transcript.delete') }}
        />
      ) : (
        <NoTranscripts filtered={filtered} path={path} mayImport={may('transcript.import')} />
      )}
    </Page>
  )
  return may('transcript.import') ? <Importing desk={{ slug: desk.slug, name: desk.name }}>{screen}</Importing> : screen
}
