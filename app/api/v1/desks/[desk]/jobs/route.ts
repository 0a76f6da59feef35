import { JobsInput, listJobs } from '@/lib/data/jobs'
import { pageOfEach } from '@/lib/data/page'
import { route } from '@/lib/server/route'
import { Job } from '@/lib/transcript/job'

export const GET = route(JobsInput, listJobs, {
  summary: 'Lists your jobs in a desk, the newest first: those under way, and those that have ended lately.',
  may: 'desk.read',
  answers: pageOfEach(Job),
})
