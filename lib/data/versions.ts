import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { AppError } from '@/lib/errors'
import type { Watch } from '@/lib/import/format'
import type { Actor } from '@/lib/permissions/can'
import { PlainText } from '@/lib/text/plain'
import { type Job, type MadeVersion, readingShare } from '@/lib/transcript/job'
import { isDifferent, sameInWords } from '@/lib/transcript/version'
import type { Transaction } from './changes'
import { db } from './db'
import { atOnce, File, givenIn, isLong } from './import'
import { Uuid } from './input'
import { AskedBy, askerOf } from './job-asker'
import { finishRun, Overtaken, type Run } from './job-runs'
import { addJob } from './jobs'
import type { Given, Whose } from './reading'
import { refuseOlder, refuseUnless } from './refuse'
import { findTranscript } from './transcript-row'
import { writeToTranscript } from './transcript-write'
import { type Compared, compareWith, storeVersion } from './version-store'

/** A form has words only. */
const Flag = z.preprocess((given) => (given === 'true' ? true : given === 'false' ? false : given), z.boolean())

const Step = z.object({
  transcriptId: Uuid,
  revision: z.coerce.number().int().min(1).max(2_147_483_647).describe('The newest revision that was seen.'),
  reason: PlainText.trim().max(2_000).optional(),
  preview: Flag.default(false).describe('Only tells what would come of it; nothing is stored.'),
  sure: Flag.default(false).describe('Makes it the next revision though hardly any words are the same.'),
})

/** A newer version of a transcript's file, or its text, as the next revision. An empty field counts as left out. */
export const VersionInput = z.preprocess(
  (given) => Object.fromEntries(Object.entries(given as object).filter(([, value]) => value !== '')),
  Step.extend({ text: z.string('Give a file, or the text itself.').optional(), file: File.optional() }),
)
type VersionInput = z.infer<typeof VersionInput>
type Step = z.infer<typeof Step>

const refusal = 'Only an editor can upload a newer version of the text.'

/** Whether it was seen and may be done, as it stands now; asked again behind the lock. */
const check = async (tx: Transaction, actor: Actor, step: Step) => {
  const found = await findTranscript(tx, actor, step.transcriptId)
  refuseUnless(actor, 'revision.upload', found, refusal)
  refuseOlder(step.revision, found.head)
  return found
}

/** What would come of it, or came of it. */
const told = (step: Step, title: string, { reading, plan }: Compared): MadeVersion => {
  const comments = reading.carried.length
  const left = `The file holds ${comments} ${comments === 1 ? 'comment, which is' : 'comments, which are'} left out of a newer version.`
  const { edits, splices, same, annotations, passages, first } = plan
  return {
    transcript: { id: step.transcriptId, title },
    notes: [...reading.notes, ...(comments > 0 ? [left] : [])],
    version: {
      ...{ revision: step.revision + 1, made: !step.preview, places: edits.length, same, turns: splices.length > 0 },
      ...{ annotations, passages, first },
    },
  }
}

/** Compares, and unless it is only to be told, stores; `also` is done in the same transaction. */
const carryOut = async (
  actor: Actor,
  step: Step,
  given: Given,
  watch: Watch & { readonly whose: Whose },
  also?: (tx: Transaction, made: MadeVersion) => Promise<void>,
): Promise<MadeVersion> => {
  const { title } = await check(db, actor, step)
  const compared = await compareWith(step, given, watch)
  if (step.preview) {
    const made = told(step, title, compared)
    if (also) await db.$transaction((tx) => also(tx, made))
    return made
  }
  if (isDifferent(compared.plan) && !step.sure) {
    const message = `${sameInWords(compared.plan.same)} Is it the right file? Send it with sure: true if it is.`
    throw new AppError('conflict', message, { current: { same: compared.plan.same } })
  }
  return writeToTranscript(actor, step.transcriptId, async (tx, present, record) => {
    await check(tx, present, step)
    await storeVersion(tx, record, present, { ...step, reason: step.reason || null }, given, compared)
    const made = told(step, title, compared)
    await also?.(tx, made)
    return made
  })
}

/**
 * Makes a newer version of a transcript's file its next revision, or tells what would come of that: every annotation is
 * led to the new text, or found there by its words. What is long becomes a job. Throws conflict where the text was corrected
 * since it was seen, or where hardly any words are the same and nobody said to be sure.
 */
export const takeVersion = async (actor: Actor, input: VersionInput): Promise<MadeVersion | Job> => {
  const { text, file, ...step } = input
  const { deskId } = await check(db, actor, step)
  const given = await givenIn({ text, file })
  const head = { transcriptId: step.transcriptId, number: step.revision }
  const { length } = await db.revision.findUniqueOrThrow({
    where: { transcriptId_number: head },
    select: { length: true },
  })
  if (!isLong(given) && length <= atOnce.text)
    return carryOut(actor, step, given, { whose: { person: actor.id, desk: deskId } })
  const { pasted, ...rest } = given
  const stored = { ...step, pasted: pasted !== undefined, ...(actor.token && { token: actor.token }) }
  return addJob(actor, { id: newId(), deskId, kind: 'version', title: given.name, input: stored, file: rest })
}

const Stored = AskedBy.extend({ ...Step.shape, pasted: z.boolean() })

/** Carries out the job of a newer version, as whoever asked for it. Throws Overtaken where it was cancelled meanwhile. */
export const versionOfJob = async (run: Run, { progress, signal }: Watch): Promise<void> => {
  const job = await db.job.findUnique({ where: { id: run.id }, include: { file: true } })
  if (job === null || job.file === null) throw new Overtaken()
  const { pasted, token: _, ...step } = Stored.parse(job.input)
  const given: Given = { ...job.file, ...(pasted && { pasted: {} }) }
  const whose = { person: job.userId, desk: job.deskId }
  const watch = { signal, progress: (share: number) => progress?.(share * readingShare), whose }
  await carryOut(await askerOf(db, run.id), step, given, watch, (tx, made) => finishRun(tx, run, made))
}
