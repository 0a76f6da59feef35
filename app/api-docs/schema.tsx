import type { ReactNode } from 'react'
import { type JsonSchema, prefix } from '@/lib/server/openapi/schemas'
import classes from './reference.module.css'

const nameOf = ($ref: string) => $ref.slice(prefix.length)

/** The address of a shape on this page. */
export const shapeId = (name: string): string => `shape-${name}`

const listed = (parts: readonly ReactNode[], by: string): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: a list that is written once has no other names for its parts.
  parts.map((part, at) => <span key={at}>{at === 0 ? part : [by, part]}</span>)

/** What values of a schema are, in words: "text", "number, whole", "list of Annotation". */
export const TypeWords = ({ schema }: { readonly schema: JsonSchema }): ReactNode => {
  const { $ref, type, items, properties, anyOf, oneOf } = schema
  if ($ref !== undefined) return <a href={`#${shapeId(nameOf($ref))}`}>{nameOf($ref)}</a>
  if (schema.const !== undefined) return <code>{JSON.stringify(schema.const)}</code>
  if (schema.enum !== undefined) {
    return listed(
      schema.enum.map((word) => <code key={String(word)}>{JSON.stringify(word)}</code>),
      ' or ',
    )
  }
  const choices = anyOf ?? oneOf
  if (choices !== undefined)
    return listed(
      choices.map((choice) => <TypeWords key={JSON.stringify(choice)} schema={choice} />),
      ' or ',
    )
  if (Array.isArray(type)) return type.join(' or ')
  if (type === 'array')
    return items === undefined ? (
      'list'
    ) : (
      <>
        list of <TypeWords schema={items} />
      </>
    )
  if (schema.contentMediaType !== undefined) return 'file'
  if (type === 'object' && properties !== undefined) {
    return (
      <>
        object with{' '}
        {listed(
          Object.keys(properties).map((name) => <code key={name}>{name}</code>),
          ', ',
        )}
      </>
    )
  }
  if (type === 'string') return { uuid: 'id', 'date-time': 'time', date: 'day' }[schema.format ?? ''] ?? 'text'
  return (
    { integer: 'whole number', number: 'number', boolean: 'true or false', object: 'object', null: 'null' }[
      String(type)
    ] ?? 'any JSON'
  )
}

const number = new Intl.NumberFormat('en')

/** The limits of a schema: "1 to 120 characters". */
export const limitsOf = (schema: JsonSchema): string => {
  const from = (least: number | undefined, largest: number | undefined, unit: string) => {
    if (largest === undefined) return least === undefined || least === 0 ? '' : `${number.format(least)}${unit} or more`
    return least === undefined || least === 0
      ? `up to ${number.format(largest)}${unit}`
      : `${number.format(least)} to ${number.format(largest)}${unit}`
  }
  const choice = (schema.anyOf ?? []).map(limitsOf).find((words) => words !== '')
  return [
    from(schema.minLength, schema.maxLength, ' characters'),
    from(schema.minItems, schema.maxItems, ' of them'),
    schema.maximum === 2 ** 31 - 1 ? '' : from(schema.minimum, schema.maximum, ''),
    ...(schema.default === undefined || typeof schema.default === 'object'
      ? []
      : [`${JSON.stringify(schema.default)} where it is left out`]),
    choice ?? '',
  ]
    .filter((words) => words !== '')
    .join('; ')
}

export type Field = {
  readonly name: string
  /** In the address, in its query, in a header or in the body; nothing for the field of a shape. */
  readonly at?: string
  readonly required: boolean
  readonly description?: string | undefined
  readonly schema: JsonSchema
}

/** The fields of an object, a line each. */
export const fieldsOf = ({ properties = {}, required = [] }: JsonSchema, at?: string): readonly Field[] =>
  Object.entries(properties).map(([name, schema]) => ({
    ...{ name, schema, description: schema.description, required: required.includes(name) },
    ...(at === undefined ? {} : { at }),
  }))

/** Fields with where they stand, what they hold, and their limits. */
export const FieldList = ({ fields }: { readonly fields: readonly Field[] }) => (
  <dl className={classes.fields}>
    {fields.map(({ name, at, required, description, schema }) => (
      <div key={`${at} ${name}`}>
        <dt>
          <code>{name}</code>
          <span className={classes.where}>{[at, required ? '' : 'may be left out'].filter(Boolean).join(', ')}</span>
        </dt>
        <dd>
          <TypeWords schema={schema} />
          {limitsOf(schema) !== '' && <span className={classes.limits}> {limitsOf(schema)}</span>}
          {description !== undefined && <span className={classes.about}>{description}</span>}
        </dd>
      </div>
    ))}
  </dl>
)
