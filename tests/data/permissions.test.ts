import { beforeAll, describe, expect, it } from 'vitest'
import { whoMay } from '@/lib/permissions/who-may'
import { expectDescribed } from './support/described'
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

  it.each(Object.entries(table))('%s is open to those whom its description names', async (name, row) => {
    const asked = (await apiRoutes()).find(({ verb, path }) => `${verb} ${path}` === name)
    const { may, open = true } = asked?.handler.description ?? {}
    // Where nobody gets through the table, it is for another reason than who they are.
    if (open || may === undefined || row.may.length === 0) return
    const { any, own, administrator } = whoMay(may)
    const theirs = row.may.filter((who) => who !== 'administrator')
    if (may !== 'account.edit') expect(theirs).toEqual(expect.arrayContaining([...any]))
    if (may !== 'account.edit') expect([...any, ...own]).toEqual(expect.arrayContaining(theirs))
    expect(row.may.includes('administrator')).toBe(administrator || may === 'account.edit')
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
    expectDescribed(asked, response, text)
    if (response.status >= 400)
      expect(JSON.parse(text)).toMatchObject({ status: expected, detail: expect.stringMatching(/\.$/) })
  })
})
