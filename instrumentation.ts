import type { Instrumentation } from 'next'

/** What a process starts once. Next calls it before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { env } = await import('@/lib/server/env')
  env()
  const { startJobs } = await import('@/lib/server/jobs')
  await startJobs()
}

/** An error that no route answered for goes to the log as a route's does: without its words, and without the query. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { logFault } = await import('@/lib/server/problem')
  const id = request.headers['x-request-id']
  logFault(error, { method: request.method, path: request.path, id: Array.isArray(id) ? id[0] : id })
}
