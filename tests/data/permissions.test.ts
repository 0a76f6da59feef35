import { beforeAll, describe, expect, it } from 'vitest'
import { everyone, members, table } from './support/permission-table'
import { apiRoutes } from './support/routes'
import { makeWorld, send, type Who, type World } from './support/world'

describe('every route of the API', () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld()
  })

  it('has a row in this table, and every row a route', async () => {
    const found = (await apiRoutes()).map(({ verb, path }) => `${verb} ${path}`)
    expect(found.sort()).toEqual(Object.keys(table).sort())
  })

  const cases = Object.entries(table).flatMap(([name, row]) =>
    [...everyone, null].map((who) => ({ name, row, who: who as Who | null })),
  )
  it.each(cases)('$name, asked by $who', async ({ name, row, who }) => {
    const asked = (await apiRoutes()).find(({ verb, path }) => `${verb} ${path}` === name)
    if (asked === undefined) throw new Error(`there is no route ${name}`)
    const ask = await row.ask(world, who ?? 'viewer')
    const response = await send(asked.handler, asked.verb, who === null ? null : world.people[who].sessionId, ask)
    const text = await response.text()
    const refused = (row.knows ?? [...members, ...row.may]).includes(who as Who)
      ? row.may.length === 0
        ? row.status
        : 403
      : 404
    const expected = who === null ? (row.nobody ?? 401) : row.may.includes(who) ? (row.status ?? 200) : refused
    expect(`${response.status} ${expected === response.status ? '' : text}`.trim()).toBe(String(expected))
    if (response.status >= 400)
      expect(JSON.parse(text)).toMatchObject({ status: expected, detail: expect.stringMatching(/\.$/) })
  })
})
