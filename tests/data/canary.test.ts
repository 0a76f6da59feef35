import { beforeAll, describe, expect, it } from 'vitest'
import { bodiesFor } from './support/hostile'
import { type ApiRoute, apiRoutes } from './support/routes'
import { choices, type Named, nobodys, oneOfEverything, parametersOf } from './support/scene'
import { makeWorld, send, type Who, type World } from './support/world'

const canary = 'Kestrel-of-another-desk'
const routes = await apiRoutes()
const ofDesks = routes.filter(({ path }) => /\[(?!number|format)/.test(path))

/** Every way to fill the parameters of a route with things of theirs, alone or among ours; never ours alone. */
const mixtures = (names: readonly string[], ours: Named, theirs: Named): readonly Record<string, string>[] => {
  const kinds = names.filter((name) => theirs[name] !== undefined)
  const picks = Array.from({ length: 2 ** kinds.length - 1 }, (_, bits) =>
    Object.fromEntries(kinds.map((name, at) => [name, ((bits >> at) & 1 ? ours[name] : theirs[name]) ?? ''])),
  )
  return picks.map((pick) => ({ ...choices, ...pick }))
}

describe('nothing of another desk is told, whoever asks for it and however', () => {
  let world: World
  let ours: Named
  let theirs: Named
  beforeAll(async () => {
    world = await makeWorld()
    ours = await oneOfEverything(world.desk, world.people.owner.sessionId, 'Ours')
    theirs = await oneOfEverything(world.other, world.people.outsider.sessionId, canary)
  })

  const ask = async ({ verb, handler }: ApiRoute, who: Who, params: Record<string, string>, body: object) => {
    const said = { params, version: 1, ...(verb === 'GET' || verb === 'DELETE' ? {} : { body }) }
    const response = await send(handler, verb, world.people[who].sessionId, said)
    const text = `${JSON.stringify([...response.headers])} ${await response.text()}`
    return { status: response.status, text }
  }

  it.each(ofDesks.map((route) => ({ ...route, name: `${route.verb} ${route.path}` })))('$name', async (route) => {
    const names = parametersOf(route.path, { ...choices, ...theirs })
    for (const who of ['owner', 'editor', 'checker', 'viewer'] as const) {
      for (const params of mixtures(names, ours, theirs)) {
        for (const body of bodiesFor(route.path)) {
          const { status, text } = await ask(route, who, params, body)
          const told = `${who} ${JSON.stringify(params)}: ${status} ${text}`
          expect(status, told).toBeGreaterThanOrEqual(400)
          expect(text.includes(canary), told).toBe(false)
          // And nobody can tell what another desk has from what nobody has.
          const nothing = Object.fromEntries(
            Object.entries(params).map(([name, id]) => [name, id === theirs[name] ? nobodys() : id]),
          )
          expect(status, told).toBe((await ask(route, who, nothing, body)).status)
        }
      }
    }
  })

  it.each(routes.filter(({ verb }) => verb === 'GET'))('GET $path, asked for what is ours', async (route) => {
    const params = { ...choices, ...ours }
    const queries = ['', `?q=${canary}`, `?ids=${theirs.annotationId}`, `?author=${theirs.personId}`, `?tag=${canary}`]
    for (const query of queries) {
      const response = await send(route.handler, 'GET', world.people.owner.sessionId, { params, query })
      expect(await response.text(), `${response.status}`).not.toContain(canary)
    }
  })
})
