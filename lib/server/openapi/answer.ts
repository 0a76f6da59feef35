import type { Thing } from '../description'
import { env } from '../env'
import { type OpenApi, openApi } from './document'

let made: { readonly things: readonly Thing[]; readonly document: OpenApi } | undefined

/** The description of these routes at this desk's own address. Made once: it does not change while the process lives. */
export const documentOf = (things: readonly Thing[]): OpenApi => {
  if (made?.things !== things) made = { things, document: openApi(things, env().address) }
  return made.document
}

/** The description as an answer, for anybody: it says nothing of what is stored. */
export const describedApi = (things: readonly Thing[]): Response =>
  Response.json(documentOf(things), {
    headers: { 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*' },
  })
