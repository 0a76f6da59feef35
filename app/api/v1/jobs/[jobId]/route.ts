import { cancelJob, JobInput, readJob } from '@/lib/data/jobs'
import { route } from '@/lib/server/route'
import { Job } from '@/lib/transcript/job'

export const GET = route(JobInput, readJob, { summary: 'Gives a job of yours as it stands.', answers: Job })
export const DELETE = route(JobInput, cancelJob, {
  summary: 'Cancels a job of yours; one that has ended is taken off the list. Answers with the job as it was left.',
  answers: Job,
})
