import type { Annotation } from '@/lib/annotation/annotation'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import type { Prisma } from '@/prisma/generated/client'
import { findAnnotation, toAnnotation } from './annotation-row'
import { type Transaction, writeIn } from './changes'
import { db } from './db'
import { refuseUnless } from './refuse'
import { visibleTo } from './transcript-row'

type Stored = { readonly annotationId: string; readonly version: number; readonly deletedAt: Date | null }

/** Something that hangs on an annotation and has a version, an author and a life of its own: a reply, a row of evidence. */
export type Attachment<Row extends Stored, Set> = {
  readonly type: 'reply' | 'evidence'
  /** What it is called in a sentence. */
  readonly name: string
  readonly find: (
    tx: Transaction,
    where: { id: string; annotation: Prisma.AnnotationWhereInput },
  ) => Promise<Row | null>
  readonly authorOf: (row: Row) => string
  readonly set: (tx: Transaction, id: string, data: Set | { deletedAt: Date | null }) => Promise<unknown>
  /** The part of a row that people write, for the record. */
  readonly written: (row: Row | Set) => Prisma.InputJsonObject
}

const found = async <Row extends Stored, Set>(of: Attachment<Row, Set>, tx: Transaction, actor: Actor, id: string) => {
  const row = await of.find(tx, { id, annotation: { transcript: visibleTo(actor) } })
  if (row === null) throw new AppError('not-found', `There is no such ${of.name}, or it is not yours to see.`)
  const { row: annotation, subject } = await findAnnotation(tx, actor, row.annotationId)
  return { row, annotation, subject: { ...subject, authorId: of.authorOf(row) } }
}

type Verb = 'edit' | 'delete' | 'restore'
type Wanted<Set> = { readonly id: string; readonly version?: number; readonly set: Set | { deletedAt: Date | null } }

/**
 * Edits, deletes or restores one of them, with its change, and answers with the whole annotation. Throws conflict with
 * the annotation as it is now where `version` is old, and gone where it was deleted.
 */
const write = async <Row extends Stored, Set>(
  of: Attachment<Row, Set>,
  verb: Verb,
  actor: Actor,
  { id, version, set }: Wanted<Set>,
): Promise<Annotation> => {
  const { annotation } = await found(of, db, actor, id)
  return writeIn(annotation.transcriptId, actor, async (tx, actor, record) => {
    const { row, subject, annotation: present } = await found(of, tx, actor, id)
    const action = `${of.type}.${verb === 'edit' ? 'edit' : 'delete'}` as const
    refuseUnless(actor, action, subject, `Only its author can change this ${of.name}.`)
    if (verb === 'restore' && row.deletedAt === null) return toAnnotation(present)
    if (verb !== 'restore' && row.deletedAt !== null) throw new AppError('gone', `This ${of.name} was deleted.`)
    if (version !== undefined && row.version !== version) {
      const message = `This ${of.name} has been changed in the meantime.`
      throw new AppError('conflict', message, { current: toAnnotation(present) })
    }
    await of.set(tx, id, set)
    const content = verb === 'edit' ? { before: of.written(row), after: of.written(set as Set) } : {}
    const payload = { annotation: present.id, ...content }
    await record({ action: `${of.type}.${verb}`, subject: { type: of.type, id }, payload })
    return toAnnotation((await findAnnotation(tx, actor, present.id)).row)
  })
}

/** The three writes there are to what hangs on an annotation. */
export const writesTo = <Row extends Stored, Set>(of: Attachment<Row, Set>) => ({
  edit: (actor: Actor, id: string, version: number, set: Set) => write(of, 'edit', actor, { id, version, set }),
  remove: async (actor: Actor, id: string, version: number): Promise<void> => {
    await write(of, 'delete', actor, { id, version, set: { deletedAt: new Date() } })
  },
  restore: (actor: Actor, id: string) => write(of, 'restore', actor, { id, set: { deletedAt: null } }),
})
