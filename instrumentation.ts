import type { Instrumentation } from 'next'

/** What a process starts once. Next calls it before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { env } = await import('@/lib/server/env')
  env()
}

/** An error that no route answered for goes to the log, with where it came from. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { log } = await import('@/lib/server/log')
  log.error({ error, method: request.method, path: request.path, route: context.routePath }, 'a request failed')
}
