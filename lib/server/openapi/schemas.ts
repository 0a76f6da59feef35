import { z } from 'zod'

/** A piece of JSON Schema, as far as we look into it. */
export type JsonSchema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly pattern?: string
  readonly title?: string
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly contentMediaType?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly additionalProperties?: JsonSchema | boolean
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly examples?: readonly unknown[]
}

/** Where the shapes stand that have a name. */
export const prefix = '#/components/schemas/'

const file = { type: 'string', contentMediaType: 'application/octet-stream' } as const
const largest = Number.MAX_SAFE_INTEGER

type Context = Parameters<NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>>[0]

/** Leaves out what says nothing to a reader: limits of the language, patterns of a format that is named. */
const tidy = ({ zodSchema, jsonSchema }: Context) => {
  const schema = jsonSchema as { -readonly [key in keyof JsonSchema]: JsonSchema[key] } & Record<string, unknown>
  delete schema.readOnly
  delete schema.id
  if (schema.minimum === -largest) delete schema.minimum
  if (schema.maximum === largest) delete schema.maximum
  if (schema.format !== undefined && schema.pattern !== undefined) delete schema.pattern
  if (zodSchema._zod.def.type === 'custom' && Object.keys(schema).length === 0) Object.assign(schema, file)
  if (schema.properties?.bytes?.contentMediaType === undefined) return
  for (const key of Object.keys(schema)) delete schema[key]
  Object.assign(schema, file)
}

/**
 * A schema that validates as JSON Schema 2020-12, as it is sent. Shapes with a name are put into `named` and referred to.
 */
export const schemaOf = (schema: z.ZodType, named: Map<string, JsonSchema>): JsonSchema => {
  const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', override: tidy })
  const { $schema: _, $defs = {}, ...own } = JSON.parse(JSON.stringify(made).replaceAll('#/$defs/', prefix))
  for (const [name, shape] of Object.entries($defs as Record<string, JsonSchema>)) named.set(name, shape)
  return own
}
