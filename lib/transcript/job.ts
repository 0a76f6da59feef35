import { z } from 'zod'
import { Id, Time } from '@/lib/text/scalars'
import { Transcript } from './transcript'
import { VersionOutcome } from './version'

/** Where work stands that outlasts its request. The last three are final. */
export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export type JobState = (typeof jobStates)[number]

/** What a job can be: reading and storing a long file, as a transcript or as a newer version of one. */
export const jobKinds = ['import', 'version'] as const
export type JobKind = (typeof jobKinds)[number]

/**
 * Of a job's progress, the share that belongs to reading; the rest is storing. So whoever shows a job can say which of
 * the two is under way.
 */
export const readingShare = 0.8

const Notes = z
  .array(z.string())
  .readonly()
  .describe('What a person should know of how the file was read, a sentence each.')

const About = { transcript: z.object({ id: Id, title: z.string() }).readonly(), notes: Notes }

/** What became of a newer version of a file, or would become of it, and how it was read. */
export const MadeVersion = z
  .object({ ...About, version: VersionOutcome })
  .readonly()
  .meta({ id: 'MadeVersion' })
export type MadeVersion = z.infer<typeof MadeVersion>

/** What became of a job: the transcript, and how its file was read. */
export const JobResult = z.object({ ...About, version: VersionOutcome.optional() }).readonly()
export type JobResult = z.infer<typeof JobResult>

/** A transcript just imported, and how its file was read. */
export const ImportedTranscript = z
  .object({ ...Transcript.unwrap().shape, notes: Notes })
  .readonly()
  .meta({ id: 'ImportedTranscript' })
export type ImportedTranscript = z.infer<typeof ImportedTranscript>

/** Work that outlasts its request, as the API gives it to whoever asked for it. */
export const Job = z
  .object({
    id: Id,
    kind: z.enum(jobKinds),
    desk: z.object({ id: Id, slug: z.string() }).readonly(),
    title: z.string().describe('The words it is shown by: the name of the file, or the title that was given.'),
    state: z.enum(jobStates),
    progress: z.number().describe('The share that is done, 0 to 1.'),
    result: JobResult.nullable(),
    problem: z
      .object({ title: z.string(), status: z.int(), detail: z.string() })
      .readonly()
      .nullable()
      .describe('Why it failed.'),
    createdAt: Time,
    updatedAt: Time,
    finishedAt: Time.nullable(),
  })
  .readonly()
  .meta({ id: 'Job' })
export type Job = z.infer<typeof Job>

/** Whether nothing more will come of it. */
export const hasEnded = ({ state }: Pick<Job, 'state'>): boolean => state !== 'queued' && state !== 'running'
