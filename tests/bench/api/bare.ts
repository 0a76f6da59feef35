import { createHash } from 'node:crypto'
import pg from 'pg'
import { v7 as newId } from 'uuid'
import type { Loaded } from './load'

/**
 * The peer: the statements of the same write by `pg` alone, from a process of its own, over as many connections as our pool
 * has, for as many clients. No HTTP, no session, no permissions, no parsing, no anchor: all values are at hand. A
 * transaction a write: the counter row taken and raised, the annotation, the change, its payload, NOTIFY. The same tables
 * with the same indexes and triggers; transcripts of its own.
 */
export type Bare = {
  readonly url: string
  readonly clients: number
  readonly seconds: number
  readonly transcripts: readonly string[]
  readonly authors: readonly string[]
  /** An annotation as the API answered it, for values of the same size. */
  readonly sample: Sample
}
export type Sample = {
  readonly kind: string
  readonly anchor: { start: number; end: number; exact: string; prefix: string; suffix: string }
  readonly body: object
  readonly tags: readonly string[]
}

const hash = (text: string) => createHash('sha256').update(text).digest()

const write = async (client: pg.PoolClient, transcript: string, author: string, sample: Sample) => {
  const { kind, anchor, body, tags } = sample
  const id = newId()
  const at = new Date()
  const payload = JSON.stringify({ annotation: { ...sample, id, transcriptId: transcript, createdAt: at } })
  await client.query('BEGIN')
  const { rows } = await client.query(
    'UPDATE scope SET number = number + 1, hash = $2 WHERE id = $1 RETURNING number',
    [transcript, hash(id)],
  )
  const number = rows[0].number
  await client.query(
    `INSERT INTO annotation (id, transcript_id, kind, author_id, revision, anchor_start, anchor_end, exact, prefix, suffix,
       start, "end", body, words, tags, expected)
     VALUES ($1, $2, $3::annotation_kind, $4, 1, $5, $6, $7, $8, $9, $5, $6, $10, $11, $12, '{}')`,
    [
      ...[id, transcript, kind, author, anchor.start, anchor.end, anchor.exact, anchor.prefix, anchor.suffix],
      ...[JSON.stringify(body), 'As said on the second page.', tags],
    ],
  )
  await client.query(
    `INSERT INTO change (scope_id, number, actor_id, action, subject_type, subject_id, at, payload_hash, hash)
     VALUES ($1, $2, $3, 'annotation.create', 'annotation', $4, $5, $6, $7)`,
    [transcript, number, author, id, at, hash(payload), hash(id)],
  )
  await client.query('INSERT INTO change_payload (scope_id, number, payload) VALUES ($1, $2, $3)', [
    ...[transcript, number, payload],
  ])
  await client.query("SELECT pg_notify('verbatim_change', $1)", [`${transcript} ${number}`])
  await client.query('COMMIT')
}

let pool: pg.Pool | undefined

const run = async ({ url, clients, seconds, transcripts, authors, sample }: Bare): Promise<Loaded> => {
  pool ??= new pg.Pool({ connectionString: url, max: 10 })
  const open = pool
  let answers = 0
  const begun = performance.now()
  const until = begun + seconds * 1000
  await Promise.all(
    Array.from({ length: clients }, async (_, number) => {
      for (let turn = number; performance.now() < until; turn += 1) {
        const client = await open.connect()
        await write(
          client,
          transcripts[turn % transcripts.length] ?? '',
          authors[number % authors.length] ?? '',
          sample,
        )
        client.release()
        answers += 1
      }
    }),
  )
  return { answers, seconds: (performance.now() - begun) / 1000 }
}

process.on('message', (bare: Bare) => {
  run(bare).then(
    (loaded) => process.send?.(loaded),
    (error) => process.send?.({ error: String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
