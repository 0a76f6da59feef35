import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Handler } from '@/lib/server/description'

const root = join(import.meta.dirname, '../../../app/api/v1')
const verbs = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const

/** A verb of a route of the API: its folder below /api/v1, and what answers it. */
export type ApiRoute = { readonly verb: (typeof verbs)[number]; readonly path: string; readonly handler: Handler }

/** Every verb of every route there is, found in the folders themselves so that none can be forgotten. */
export const apiRoutes = async (): Promise<readonly ApiRoute[]> => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('route.ts'))
  const found: ApiRoute[] = []
  for (const path of files.map((file) => file.replace(/\/?route\.ts$/, ''))) {
    const handlers = await import(join(root, path, 'route.ts'))
    found.push(...verbs.filter((verb) => verb in handlers).map((verb) => ({ verb, path, handler: handlers[verb] })))
  }
  return found
}
