import { AppError } from '@/lib/errors'
import { type Action, type Actor, can, type Subject } from '@/lib/permissions/can'
import { type AnnotationRow, toAnnotation, transcriptOf } from './annotation-row'
import { writeIn } from './changes'
import { db } from './db'

/** One write to an annotation, under the lock of its transcript. Throws not-found before anything is locked. */
export const writeToAnnotation = async <T>(
  actor: Actor,
  annotationId: string,
  run: Parameters<typeof writeIn<T>>[2],
): Promise<T> => writeIn(await transcriptOf(db, actor, annotationId), actor, run)

/** Throws forbidden with this sentence unless `can` allows it. */
export const refuseUnless = (actor: Actor, action: Action, subject: Subject, message: string): void => {
  if (!can(actor, action, subject)) throw new AppError('forbidden', message)
}

/** What is answered to an edit from an old version: the annotation as it is now. */
export const outdated = (row: AnnotationRow) =>
  new AppError('conflict', 'Someone else has changed this annotation in the meantime.', { current: toAnnotation(row) })
