import { z } from 'zod'
import type { Annotation } from '@/lib/annotation/annotation'
import { AppError } from '@/lib/errors'
import { exportFormats, fileName } from '@/lib/export'
import { type AnnotatedTranscript, withStanding } from '@/lib/export/format'
import { type Actor, can } from '@/lib/permissions/can'
import { annotationInclude, toAnnotation } from './annotation-row'
import type { Transaction } from './changes'
import { db } from './db'
import { Uuid } from './input'
import { loadRevision } from './revision-text'
import { findTranscript, noTranscript, summarySelect, toSummary } from './transcript-row'

// Rows at a time: enough to be quick, few enough that one page of a long transcript stays small.
const step = 2_000

const allAnnotations = async (tx: Transaction, transcriptId: string): Promise<Annotation[]> => {
  const annotations: Annotation[] = []
  for (let after: string | undefined; ; ) {
    const rows = await tx.annotation.findMany({
      where: { transcriptId, deletedAt: null },
      include: annotationInclude,
      orderBy: [{ start: 'asc' }, { end: 'desc' }, { id: 'asc' }],
      take: step,
      ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
    })
    annotations.push(...rows.map(toAnnotation))
    after = rows.at(-1)?.id
    if (rows.length < step) return annotations
  }
}

/** Everything there is of a transcript at its head revision, for an export. Times are ISO 8601. */
export const readAnnotatedTranscript = (
  actor: Actor,
  input: { transcriptId: string; exportedAt: string; address: string },
): Promise<AnnotatedTranscript> =>
  // One look at all of it: a correction meanwhile would move half of the annotations.
  db.$transaction((tx) => readAll(tx, actor, input), { isolationLevel: 'RepeatableRead', timeout: 60_000 })

const readAll = async (
  tx: Transaction,
  actor: Actor,
  input: { transcriptId: string; exportedAt: string; address: string },
): Promise<AnnotatedTranscript> => {
  const found = await findTranscript(tx, actor, input.transcriptId)
  if (!can(actor, 'transcript.export', found)) throw new AppError('forbidden', 'You may not export this transcript.')
  const row = await tx.transcript.findUniqueOrThrow({ where: { id: found.id }, select: summarySelect })
  const revision = await loadRevision(found.id, found.head, tx)
  const annotations = await allAnnotations(tx, found.id)
  const signOffs = await tx.signOff.findMany({
    where: { transcriptId: found.id },
    include: { user: { select: { id: true, name: true } } },
    orderBy: { at: 'asc' },
  })
  if (revision === null) throw noTranscript()
  const { head: _, ...transcript } = toSummary(row)
  return {
    transcript,
    revision,
    annotations,
    signOffs: withStanding(
      signOffs.map(({ user, decision, reason, at, revision: number }) => ({
        ...{ by: user, decision: decision === 'approved' ? ('approved' as const) : ('sent-back' as const) },
        ...{ reason, at: at.toISOString(), revision: number },
      })),
      transcript.state,
    ),
    exportedAt: input.exportedAt,
    address: input.address,
  }
}

/** Which transcript to hand over, and as what. */
export const ExportInput = z.object({ transcriptId: Uuid, format: z.enum(exportFormats.map((format) => format.name)) })

/** A transcript as a file: its name, its media type and its content piece by piece. `site` is the address of the desk. */
export const exportTranscript = async (
  actor: Actor,
  input: z.infer<typeof ExportInput> & { readonly site: string },
) => {
  const { transcriptId, site } = input
  const exportedAt = new Date().toISOString()
  const address = `${site}/transcripts/${transcriptId}`
  const annotated = await readAnnotatedTranscript(actor, { transcriptId, exportedAt, address })
  const format = exportFormats.find(({ name }) => name === input.format)
  if (format === undefined) throw new AppError('not-found', 'There is no such export format.')
  const name = fileName(format, annotated.transcript, exportedAt)
  return { name, mediaType: format.mediaType, content: format.write(annotated) }
}
