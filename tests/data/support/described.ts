import { expect } from 'vitest'
import { things } from '@/app/api/v1/routes'
import { openApi } from '@/lib/server/openapi/document'
import type { ApiRoute } from './routes'

const document = openApi(things, 'http://desk.test')

/** Fails unless an answer of a route is one that its description tells: its status, and the shape of its JSON. */
export const expectDescribed = ({ verb, path, handler }: ApiRoute, response: Response, text: string): void => {
  const address = `/${path.replace(/\[(\w+)\]/g, '{$1}')}`
  const told = document.paths[address]?.[verb.toLowerCase()]?.responses ?? {}
  expect(Object.keys(told), `${verb} ${address} answered ${response.status}: ${text.slice(0, 300)}`).toContain(
    String(response.status),
  )
  const type = (response.headers.get('content-type') ?? '').replace(/;.*/, '')
  if (response.status >= 400) {
    expect(type).toBe('application/problem+json')
    return
  }
  const { answers, accepted, files } = handler.description
  const schema = response.status === 202 ? accepted : answers
  if (schema === null) {
    if (files.length === 0) expect(text).toBe('')
    else expect(files.map((file) => file.replace(/;.*/, ''))).toContain(type)
    return
  }
  const answer = JSON.parse(text)
  // What the schema does not know it would leave out.
  expect(schema.parse(answer)).toEqual(answer)
}
