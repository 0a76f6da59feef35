import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/permissions/can'
import { type AnnotationRow, toAnnotation, transcriptOf } from './annotation-row'
import { writeIn } from './changes'
import { db } from './db'

/** One write to an annotation, under the lock of its transcript. Throws not-found before anything is locked. */
export const writeToAnnotation = async <T>(
  actor: Actor,
  annotationId: string,
  run: Parameters<typeof writeIn<T>>[2],
): Promise<T> => writeIn(await transcriptOf(db, actor, annotationId), actor, run)

/** What is answered to an edit from an old version: the annotation as it is now. */
export const outdated = (row: AnnotationRow) =>
  new AppError('conflict', 'Someone else has changed this annotation in the meantime.', { current: toAnnotation(row) })
