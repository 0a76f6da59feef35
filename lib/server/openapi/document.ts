import { problems } from '@/lib/errors'
import { whoMay, whoMayInWords } from '@/lib/permissions/who-may'
import { type Description, type Thing, verbs } from '../description'
import { ProblemDetails } from '../problem'
import { examples } from './examples'
import { type Operation, operationOf } from './operation'
import { type JsonSchema, schemaOf } from './schemas'

/** The description of the API, as OpenAPI 3.1 has it. */
export type OpenApi = {
  readonly openapi: '3.1.1'
  readonly info: object
  readonly servers: readonly { readonly url: string }[]
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly responses: Readonly<Record<string, unknown>>
    readonly securitySchemes: Readonly<Record<string, unknown>>
  }
}

const about = `Everything the pages of Verbatim do goes through these routes; a script uses the same ones with a token.

JSON in and out, in UTF-8. Times are ISO 8601 with \`Z\`, ids are UUIDs, offsets count UTF-16 units of a revision's text.
Lists come in pages: \`items\`, and \`next\`, which is the \`cursor\` of the following page. What has a version is given with
an \`ETag\`; a change sends it back in \`If-Match\` and is answered 409 with the present state where it is old. Refusals are
\`application/problem+json\` (RFC 9457): \`detail\` is a sentence for a person, \`type\` is for a program.`

const securitySchemes = {
  token: {
    ...{ type: 'http', scheme: 'bearer', bearerFormat: 'vbt_…' },
    description: 'A token that you make in the settings of a desk. It acts as you, in that desk alone.',
  },
  session: {
    ...{ type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' },
    description: 'The session of a signed-in browser. Writes need an Origin of our own.',
  },
}

const problemResponses = (schema: JsonSchema) => {
  const all = { ...problems, fault: { status: 500, title: 'A fault in the server' } }
  const answers = Object.entries(all).map(([name, { status, title }]) => {
    const example = { type: `urn:verbatim:problem:${name}`, title, status, detail: 'What happened, in a sentence.' }
    const headers =
      name === 'unauthenticated'
        ? { 'WWW-Authenticate': { schema: { type: 'string' } } }
        : name === 'too-many'
          ? { 'Retry-After': { description: 'In seconds.', schema: { type: 'integer' } } }
          : undefined
    const content = { 'application/problem+json': { schema, example } }
    return [name, { description: `${title}.`, headers, content }]
  })
  return Object.fromEntries(answers)
}

/** Who may use a route, in a sentence. */
export const whoMayUse = ({ may, open }: Description): string => {
  if (open) return 'Whoever holds the one-time link or token.'
  return may === undefined ? 'Whoever is signed in.' : whoMayInWords(may)
}

/** Whether a token can use a route at all. */
export const takesToken = ({ may, open }: Description): boolean => !open && (may === undefined || whoMay(may).token)

/** The description of these routes, made of what each says of itself and of the schemas it validates with. */
export const openApi = (things: readonly Thing[], address: string): OpenApi => {
  const named = new Map<string, JsonSchema>()
  const paths: Record<string, Record<string, Operation>> = {}
  for (const { name, routes } of things) {
    for (const [path, handlers] of Object.entries(routes)) {
      const described = verbs.flatMap((verb) => {
        const handler = handlers[verb]
        if (handler === undefined) return []
        const { description } = handler
        const more = { tags: [name], 'x-may': whoMayUse(description), token: takesToken(description) }
        return [[verb.toLowerCase(), operationOf(verb, path, description, more, named)]]
      })
      paths[path] = Object.fromEntries(described)
    }
  }
  const responses = problemResponses(schemaOf(ProblemDetails, named))
  const sorted = [...named].sort(([a], [b]) => (a < b ? -1 : 1))
  const schemas = sorted.map(([name, shape]) => {
    const example = (examples as Readonly<Record<string, unknown>>)[name]
    return [name, example === undefined ? shape : { ...shape, examples: [example] }]
  })
  return {
    openapi: '3.1.1',
    info: {
      title: 'Verbatim',
      version: '1',
      description: about,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${address}/api/v1` }],
    tags: things.map((thing) => ({ name: thing.name, description: thing.about })),
    paths,
    components: { schemas: Object.fromEntries(schemas), responses, securitySchemes },
  }
}
