import { type Problem, problems } from '@/lib/errors'
import type { Description, Verb } from '../description'
import { type JsonSchema, prefix, schemaOf } from './schemas'

/** What is sent beside the body: part of the address, a question behind it, or a header. */
export type Parameter = {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description?: string
  readonly schema: JsonSchema
}

type Content = Readonly<Record<string, { readonly schema: JsonSchema; readonly example?: unknown }>>

/** One verb of one address. */
export type Operation = {
  readonly operationId: string
  readonly summary: string
  readonly tags: readonly string[]
  /** Who may use it. */
  readonly 'x-may': string
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly required: boolean; readonly content: Content }
  readonly responses: Readonly<Record<string, unknown>>
}

type Fields = { readonly properties: Readonly<Record<string, JsonSchema>>; readonly required: readonly string[] }

const fieldsOf = (schema: JsonSchema, named: ReadonlyMap<string, JsonSchema>): Fields => {
  const whole = schema.$ref === undefined ? schema : named.get(schema.$ref.slice(prefix.length))
  return { properties: whole?.properties ?? {}, required: whole?.required ?? [] }
}

const described: Readonly<Record<string, string>> = {
  desk: 'The id of the desk, or the word it has in addresses.',
  limit: 'How many rows to give at most.',
  cursor: 'Where to go on: the `next` of the page before.',
}

const parametersOf = (verb: Verb, path: string, { properties, required }: Fields): readonly Parameter[] => {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)
  const parameter = (name: string, at: Parameter['in']): Parameter => {
    const { description = described[name], ...schema } = properties[name] ?? { type: 'string' }
    return {
      name,
      in: at,
      required: at === 'path' || required.includes(name),
      ...(description && { description }),
      schema,
    }
  }
  const asked = verb === 'GET' ? Object.keys(properties).filter((name) => !inPath.includes(name)) : []
  return [...inPath.map((name) => parameter(name, 'path')), ...asked.map((name) => parameter(name, 'query'))]
}

const headersOf = (verb: Verb, fields: Fields, { open }: Description): readonly Parameter[] => {
  const ifMatch: Parameter = {
    name: 'If-Match',
    in: 'header',
    required: true,
    schema: { type: 'string', pattern: '^"\\d+"$' },
    description: 'The version that the change was made from, as its ETag gave it: `"3"`.',
  }
  const once: Parameter = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
    description:
      'A word of your own that makes trying again safe: for a day, the same request with the same key is carried out once and answered alike, then with `Idempotency-Replayed: true`. Another request with that key is 422.',
  }
  return [...('version' in fields.properties ? [ifMatch] : []), ...(verb === 'POST' && !open ? [once] : [])]
}

const sentFields = (path: string, { properties, required }: Fields): Fields => {
  const names = Object.keys(properties).filter((name) => name !== 'version' && !path.includes(`{${name}}`))
  const pick = Object.fromEntries(names.map((name) => [name, properties[name] as JsonSchema]))
  return { properties: pick, required: required.filter((name) => names.includes(name)) }
}

const bodyOf = (fields: Fields, example: unknown): Operation['requestBody'] => {
  const names = Object.keys(fields.properties)
  if (names.length === 0) return undefined
  const of = (properties: Fields['properties']): JsonSchema => {
    const required = fields.required.filter((name) => name in properties)
    return { type: 'object', properties, ...(required.length > 0 && { required }) }
  }
  const files = names.filter((name) => fields.properties[name]?.contentMediaType !== undefined)
  const plain = Object.fromEntries(Object.entries(fields.properties).filter(([name]) => !files.includes(name)))
  const json = { 'application/json': { schema: of(plain), ...(example === undefined ? {} : { example }) } }
  const form: Content = files.length > 0 ? { 'multipart/form-data': { schema: of(fields.properties) } } : {}
  return { required: fields.required.length > 0 || files.length > 0, content: { ...json, ...form } }
}

/** What a route may refuse: what it says itself, and what follows from its shape. */
const refusalsOf = (verb: Verb, path: string, { refuses, may }: Description, fields: Fields): readonly Problem[] => {
  const names = path.includes('{')
  const writes = verb !== 'GET'
  const sends = Object.keys(fields.properties).some((name) => !path.includes(`{${name}}`))
  const found: readonly [boolean, readonly Problem[]][] = [
    [true, refuses ?? []],
    // A token that does not hold is refused everywhere.
    [true, ['unauthenticated']],
    [writes || may !== undefined, ['forbidden']],
    [names, ['not-found']],
    [/\{(transcript|annotation|reply|evidence)Id\}/.test(path), ['gone']],
    [names && writes, ['conflict']],
    ['version' in fields.properties, ['version-required']],
    [writes || sends, ['invalid']],
    [writes, ['too-large', 'unsupported']],
  ]
  const named = new Set(found.flatMap(([holds, some]) => (holds ? some : [])))
  return (Object.keys(problems) as Problem[]).filter((problem) => named.has(problem))
}

const answersOf = (description: Description, named: Map<string, JsonSchema>) => {
  const { answers, files, status, accepted } = description
  const location = { Location: { description: 'The address of what was made.', schema: { type: 'string' } } }
  const json = (schema: JsonSchema) => {
    const target = fieldsOf(schema, named).properties
    const etag = { ETag: { description: 'Its version, for If-Match.', schema: { type: 'string' } } }
    const headers = { ...('version' in target ? etag : {}), ...(status === 201 ? location : {}) }
    return { headers, content: { 'application/json': { schema } } }
  }
  const words = { 200: 'Done.', 201: 'Made.', 204: 'Done; there is nothing to give.' }[status]
  const binary = { schema: { type: 'string', contentMediaType: 'application/octet-stream' } }
  const content = Object.fromEntries(
    files.map((type) => [type, type.startsWith('text/') ? { schema: { type: 'string' } } : binary]),
  )
  const given = files.length > 0 ? { content } : answers === null ? {} : json(schemaOf(answers, named))
  const later =
    accepted === null
      ? {}
      : {
          202: {
            description: 'Begun; Location names the job.',
            headers: location,
            content: { 'application/json': { schema: schemaOf(accepted, named) } },
          },
        }
  return { [status]: { description: words, ...given }, ...later }
}

const operationId = (verb: Verb, path: string) => {
  const words = path
    .split('/')
    .filter(Boolean)
    .map((word) => word.replace(/^\{(\w+)\}$/, 'by-$1').replace(/-?Id$/, ''))
  return [verb.toLowerCase(), ...words.flatMap((word) => word.split('-'))]
    .map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')
}

/** One verb of one address, as OpenAPI has it. Shapes with a name are put into `named`. */
export const operationOf = (
  verb: Verb,
  path: string,
  description: Description,
  more: { readonly tags: readonly string[]; readonly 'x-may': string; readonly token: boolean },
  named: Map<string, JsonSchema>,
): Operation => {
  const fields = fieldsOf(schemaOf(description.input, named), named)
  const body = verb === 'GET' ? undefined : bodyOf(sentFields(path, fields), description.example)
  const parameters = parametersOf(verb, path, fields)
  const { token, ...said } = more
  const problem = (name: string) => ({ $ref: `#/components/responses/${name}` })
  const refusals = refusalsOf(verb, path, description, fields).map((name) => [problems[name].status, problem(name)])
  return {
    operationId: operationId(verb, path),
    summary: description.summary,
    ...said,
    security: description.open ? [] : [...(token ? [{ token: [] }] : []), { session: [] }],
    parameters: [...parameters, ...headersOf(verb, fields, description)],
    ...(body && { requestBody: body }),
    responses: { ...answersOf(description, named), ...Object.fromEntries(refusals), 500: problem('fault') },
  }
}
