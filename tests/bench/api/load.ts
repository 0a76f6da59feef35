import { openWire, requestOf } from './wire'

/** What the HTTP clients are told: who they are, and what to ask for. Run as a process of its own. */
export type Load = {
  readonly port: number
  /** A session's cookie for each client. */
  readonly cookies: readonly string[]
  readonly seconds: number
  readonly method: 'GET' | 'POST'
  /** Client n begins at the nth and goes round. */
  readonly paths: readonly string[]
  readonly bodies: readonly object[]
  readonly expects: number
}

/** What was answered as expected, and in how long. */
export type Loaded = { readonly answers: number; readonly seconds: number }

const run = async ({ port, cookies, seconds, method, paths, bodies, expects }: Load): Promise<Loaded> => {
  const host = `127.0.0.1:${port}`
  const wires = await Promise.all(cookies.map(() => openWire(port)))
  let answers = 0
  const begun = performance.now()
  const until = begun + seconds * 1000
  await Promise.all(
    wires.map(async (wire, client) => {
      const headers = { Host: host, Origin: `http://${host}`, Cookie: cookies[client] ?? '' }
      // Made beforehand as far as possible: a client spells out few requests and sends them again and again.
      const count = method === 'GET' ? 1 : Math.min(8, paths.length * bodies.length)
      const requests = Array.from({ length: count }, (_, at) =>
        requestOf(
          method,
          paths[(client + at) % paths.length] ?? '',
          headers,
          bodies[(client * 8 + at) % bodies.length],
        ),
      )
      for (let turn = 0; performance.now() < until; turn += 1) {
        const status = await wire.ask(requests[turn % count] as Uint8Array)
        if (status !== expects) throw new Error(`${method} was answered ${status} instead of ${expects}.`)
        answers += 1
      }
    }),
  )
  const took = (performance.now() - begun) / 1000
  for (const wire of wires) wire.close()
  return { answers, seconds: took }
}

process.on('message', (load: Load) => {
  run(load).then(
    (loaded) => process.send?.(loaded),
    (error) => process.send?.({ error: String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
