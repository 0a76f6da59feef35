import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { things } from '@/app/api/v1/routes'
import { type Handler, verbs } from '@/lib/server/description'
import { openApi } from '@/lib/server/openapi/document'
import { examples } from '@/lib/server/openapi/examples'
import type { Operation } from '@/lib/server/openapi/operation'
import { apiRoutes } from './support/routes'

const document = openApi(things, 'http://desk.test')
const folderOf = (path: string) => path.slice(1).replace(/\{(\w+)\}/g, '[$1]')
type Listed = { readonly name: string; readonly path: string; readonly handler: Handler; readonly operation: Operation }
const listed: readonly Listed[] = things.flatMap(({ routes }) =>
  Object.entries(routes).flatMap(([path, handlers]) =>
    verbs.flatMap((verb) => {
      const [handler, operation] = [handlers[verb], document.paths[path]?.[verb.toLowerCase()]]
      return handler && operation ? [{ name: `${verb} ${path}`, path, handler, operation }] : []
    }),
  ),
)

/** Every object in a value, with the keys that lead to it. */
const within = (value: unknown, at = '#'): readonly { at: string; held: Record<string, unknown> }[] => {
  if (typeof value !== 'object' || value === null) return []
  const held = value as Record<string, unknown>
  return [{ at, held }, ...Object.entries(held).flatMap(([key, inner]) => within(inner, `${at}/${key}`))]
}

describe('the description of the API', () => {
  it('tells every route that there is, and no other', async () => {
    const found = await apiRoutes()
    const there = found.map(({ verb, path }) => `${verb} ${path}`).sort()
    expect(listed.map(({ name }) => name.replace(/ .*/, (path) => ` ${folderOf(path.slice(1))}`)).sort()).toEqual(there)
    // The very handler, so that what it says of itself is said of that address.
    const byName = new Map(found.map(({ verb, path, handler }) => [`${verb} ${path}`, handler]))
    for (const { name, path, handler } of listed)
      expect(byName.get(`${name.split(' ')[0]} ${folderOf(path)}`)).toBe(handler)
  })

  it('refers only to what it holds', () => {
    for (const { at, held } of within(document)) {
      if (typeof held.$ref !== 'string') continue
      const target = held.$ref
        .split('/')
        .slice(1)
        .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document)
      expect(target, `${at} refers to ${held.$ref}`).toBeDefined()
    }
  })

  it('has what OpenAPI 3.1 asks for: names of the path as parameters, a word for each answer, ids that differ', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(new Set(listed.map(({ operation }) => operation.operationId)).size).toBe(listed.length)
    for (const { name, path, operation } of listed) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter)
      const told = operation.parameters.filter((parameter) => parameter.in === 'path')
      expect(
        told.map((parameter) => parameter.name),
        name,
      ).toEqual(named)
      expect(
        told.every(({ required }) => required),
        name,
      ).toBe(true)
      const all = operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`)
      expect(new Set(all).size, name).toBe(all.length)
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^[2-5]\d\d$/)
        const { description, $ref } = response as { description?: string; $ref?: string }
        expect(description ?? $ref, `${name} ${status}`).toMatch(/./)
      }
      expect(operation.summary, name).toMatch(/^[A-Z].*\.$/)
    }
    const schemes = Object.keys(document.components.securitySchemes)
    for (const { operation } of listed)
      for (const scheme of operation.security.flatMap(Object.keys)) expect(schemes).toContain(scheme)
  })

  it('knows only keywords of JSON Schema, and none of the limits that JavaScript itself has', () => {
    const schemas = within(document).filter(({ at }) => /\/(schema|schemas\/\w+)$/.test(at))
    expect(schemas.length).toBeGreaterThan(50)
    for (const { at, held } of schemas.flatMap(({ at, held }) => within(held, at))) {
      if (!('type' in held) || at.includes('/example') || typeof held.type === 'object') continue
      expect(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'], at).toContain(held.type)
      expect(JSON.stringify(held)).not.toContain(String(Number.MAX_SAFE_INTEGER))
    }
  })

  it('asks for If-Match wherever a version is wanted, and offers Idempotency-Key with every POST of someone signed in', () => {
    for (const { name, operation, handler } of listed) {
      const headers = operation.parameters.filter((parameter) => parameter.in === 'header').map((one) => one.name)
      expect(headers.includes('If-Match'), name).toBe('428' in operation.responses)
      expect(headers.includes('Idempotency-Key'), name).toBe(name.startsWith('POST') && !handler.description.open)
    }
  })

  it.each(listed.filter(({ operation }) => operation.requestBody !== undefined))(
    '$name has an example that it would take',
    ({ handler, path }) => {
      const { input, example } = handler.description
      expect(example).toBeDefined()
      const id = '0198f2c4-5a10-7c3e-9b41-6d2e8f0a0001'
      const named = Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name as string, id]))
      const parsed = input.safeParse({ ...example, ...named, version: 1 })
      expect(parsed.error && z.prettifyError(parsed.error)).toBeUndefined()
    },
  )

  it('has an example for each shape that somebody would ask for, and each is of that shape', () => {
    const shapes = new Map<string, z.ZodType>()
    const collect = (schema: unknown): void => {
      if (!(schema instanceof z.ZodType)) return
      const id = z.globalRegistry.get(schema)?.id
      if (id === undefined ? false : shapes.has(id)) return
      if (id !== undefined) shapes.set(id, schema)
      const { shape, element, innerType, options } = schema.def as unknown as Record<string, unknown>
      for (const inner of [element, innerType, ...Object.values(shape ?? {}), ...((options as unknown[]) ?? [])])
        collect(inner)
    }
    for (const { handler } of listed) collect(handler.description.answers)
    for (const [name, shape] of shapes) {
      if (/^(Block\d|Inline|Paragraph)$/.test(name)) continue
      const example = (examples as Readonly<Record<string, unknown>>)[name]
      expect(example, name).toBeDefined()
      expect(shape.parse(example), name).toEqual(example)
    }
  })
})
