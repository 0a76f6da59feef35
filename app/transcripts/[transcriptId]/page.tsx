import type { Metadata } from 'next'
import { accepted } from '@/components/desk/accepted'
import { Workbench } from '@/components/transcript/workbench'
import { fromQuery } from '@/lib/annotation/filter'
import { readFirstMarks } from '@/lib/data/marks'
import { readRevision } from '@/lib/data/revisions'
import { listTags } from '@/lib/data/tags'
import { requireActor } from '@/lib/server/actor'
import { forPage } from '@/lib/server/page'
import { firstSection } from '@/lib/transcript/html'
import { htmlKey, keepHtml } from '@/lib/transcript/html-cache'
import { type Outline, outline as outlineOf } from '@/lib/transcript/outline'
import { summaryOf } from './summary-of'

type Props = {
  readonly params: Promise<{ readonly transcriptId: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: (await summaryOf((await params).transcriptId)).title,
})

// Revisions never change and are kept by the process: what is worked out from one is kept beside it.
const outlines = new WeakMap<object, Outline>()

/** The workbench of one transcript. The text goes into the process's cache of HTML, never through React. */
export default async function TranscriptPage({ params, searchParams }: Props) {
  const { transcriptId } = await params
  const { id, name, administrator, roles } = await requireActor()
  const actor = { id, name, administrator, roles }
  // All at once: the first bytes wait for the slowest of them, not for their sum.
  const [transcript, revision, first, query] = await Promise.all([
    summaryOf(transcriptId),
    forPage(() => readRevision(actor, { transcriptId })),
    forPage(() => readFirstMarks(actor, { transcriptId })),
    searchParams,
  ])
  const textKey = htmlKey(transcriptId, revision.number)
  const [codebook] = await Promise.all([
    forPage(() => listTags(actor, { desk: transcript.desk.id })),
    keepHtml(textKey, async () => revision),
  ])
  const outline = outlines.get(revision) ?? outlineOf(revision.text, revision.turns)
  outlines.set(revision, outline)
  const asked = Object.entries(query).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : []))
  const filter = fromQuery(new URLSearchParams(asked))
  const beginning = { transcript, revision: revision.number, actor, filter, codebook: codebook.items, ...first }
  const turns = revision.turns.length
  return (
    <>
      <link rel="expect" href={`#${firstSection}`} blocking="render" />
      <Workbench beginning={beginning} outline={outline} turns={turns} textKey={textKey} formats={accepted} />
    </>
  )
}
