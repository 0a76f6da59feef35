import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { AppError } from '@/lib/errors'
import type { Watch } from '@/lib/import/format'
import { foreignFormat } from '@/lib/import/signature'
import { titleOfWords } from '@/lib/import/title'
import { type Actor, can } from '@/lib/permissions/can'
import { PlainText, unstorableAt } from '@/lib/text/plain'
import { type ImportedTranscript, type Job, readingShare } from '@/lib/transcript/job'
import { Metadata, maxFileBytes, Title } from '@/lib/transcript/transcript'
import type { Transaction } from './changes'
import { db } from './db'
import { readDesk } from './desks'
import { storeImport } from './import-store'
import { DeskName } from './input'
import { AskedBy, askerOf } from './job-asker'
import { finishRun, Overtaken, type Run } from './job-runs'
import { addJob } from './jobs'
import { claimIn } from './once'
import { type Given, readGiven, smallBytes } from './reading'
import { atPresent } from './standing'
import { readTranscript } from './transcripts'

/** A file as the door gives it. */
export const File = z.object({
  name: PlainText.max(500),
  mediaType: PlainText.max(200),
  bytes: z.instanceof(Uint8Array),
})
const About = Metadata.partial()

/** A file, or text that was pasted, with what is known about it. An empty field counts as left out. */
export const ImportInput = z.preprocess(
  (given) => Object.fromEntries(Object.entries(given as object).filter(([, value]) => value !== '')),
  About.extend({
    desk: DeskName,
    title: Title.optional(),
    text: z.string('Give a file, or the text itself.').optional(),
    file: File.optional(),
  }),
)
type ImportInput = z.infer<typeof ImportInput>

/** What may take its time: the transactions of an import write megabytes. */
const times = { maxWait: 20_000, timeout: 120_000 } as const

/** Up to these sizes a file is read while its sender waits: plain text reads fast, other formats unpack to much more. */
export const atOnce = { text: 2_000_000, other: smallBytes } as const

/** Whether reading it takes longer than a request should. */
export const isLong = ({ name, bytes, pasted }: Given): boolean => {
  const isText = pasted !== undefined || /\.(?:txt|text|md|markdown|mdown)$/i.test(name)
  const { length } = bytes
  // What will be refused is refused at once.
  if (length > maxFileBytes || (pasted === undefined && foreignFormat(name, bytes) !== null)) return false
  return length > (isText ? atOnce.text : atOnce.other)
}

/** What was pasted is kept as a file too, so that every transcript has its original. */
export const givenIn = async ({ file, text, title }: Pick<ImportInput, 'file' | 'text' | 'title'>): Promise<Given> => {
  if (file !== undefined) return file
  if (text === undefined) throw new AppError('invalid', 'Give a file, or the text itself.')
  const bytes = new TextEncoder().encode(text)
  // As bytes it would hold other characters: what refuses it, and says where, has to see it as it came.
  if (unstorableAt(text) !== -1) (await import('@/lib/import')).importText({ title, text })
  const name = title ?? titleOfWords(text)
  return { name, mediaType: 'text/plain; charset=utf-8', bytes, pasted: { title } }
}

const begin = async (actor: Actor, input: ImportInput) => {
  const desk = await readDesk(actor, input)
  if (!can(actor, 'transcript.import', { deskId: desk.id }))
    throw new AppError('forbidden', 'Viewers cannot import transcripts.')
  return { desk, given: await givenIn(input) }
}

/** What a person typed about a transcript, of all that came with a request. */
const aboutIn = (input: ImportInput) => About.parse(input)

const importNow = async (actor: Actor, input: ImportInput, deskId: string, given: Given) => {
  const reading = await readGiven(given, { person: actor.id, desk: deskId })
  const what = { deskId, title: input.title, about: aboutIn(input), given, reading }
  // Reading takes a while: what decides is what they may do when it is stored.
  const store = async (tx: Transaction) => {
    const present = await atPresent(tx, actor)
    return claimIn(tx, deskId, present, () => storeImport(tx, present, what))
  }
  const { id } = await db.$transaction(store, times)
  return { ...(await readTranscript(actor, { transcriptId: id })), notes: reading.notes }
}

/**
 * Makes a transcript of a file or a pasted text: its first revision, its turns, its metadata, the original bytes, and the
 * comments that the file carries as notes. All of it is stored, or nothing.
 */
export const importTranscript = async (actor: Actor, input: ImportInput): Promise<ImportedTranscript> => {
  const { desk, given } = await begin(actor, input)
  return importNow(actor, input, desk.id, given)
}

/** As importTranscript, but what is long becomes a job that goes on when the request is answered. */
export const takeIn = async (actor: Actor, input: ImportInput): Promise<ImportedTranscript | Job> => {
  const { desk, given } = await begin(actor, input)
  if (!isLong(given)) return importNow(actor, input, desk.id, given)
  const { pasted, ...file } = given
  const title = input.title ?? given.name
  const about = { ...aboutIn(input), ...(input.title !== undefined && { title: input.title }) }
  const stored = { about, pasted: pasted !== undefined, ...(actor.token && { token: actor.token }) }
  return addJob(actor, { id: newId(), deskId: desk.id, kind: 'import', title, input: stored, file })
}

const Stored = AskedBy.extend({ about: About.extend({ title: Title.optional() }), pasted: z.boolean() })

/**
 * Carries out the import of a job, as whoever asked for it and with what they may do by now. Throws Overtaken where it was
 * cancelled meanwhile: the transaction that stores the transcript also ends the job, or does neither.
 */
export const importOfJob = async (run: Run, { progress, signal }: Watch): Promise<void> => {
  const job = await db.job.findUnique({ where: { id: run.id }, include: { file: true } })
  if (job === null || job.file === null) throw new Overtaken()
  const { about, pasted } = Stored.parse(job.input)
  const { title, ...rest } = about
  const given: Given = { ...job.file, ...(pasted && { pasted: { title } }) }
  const watch = { signal, progress: (share: number) => progress?.(share * readingShare) }
  const reading = await readGiven(given, { person: job.userId, desk: job.deskId }, watch)
  progress?.(readingShare)
  const what = { deskId: job.deskId, title, about: rest, given, reading }
  await db.$transaction(async (tx) => {
    const transcript = await storeImport(tx, await askerOf(tx, run.id), what)
    await finishRun(tx, run, { transcript, notes: reading.notes })
  }, times)
}
