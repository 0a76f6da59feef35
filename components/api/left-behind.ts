import type { Entries } from './disk'
import type { Many, Waiting } from './outbox'
import { saysOf } from './says-of'
import { formOf, type Kept } from './words'

/** Something that was written about a transcript and is not on the desk. */
export type LeftBehind = {
  /** Under which key of the disk it is kept. */
  readonly name: string
  readonly what: string
  /** The words of the text that it is on. */
  readonly on?: string | undefined
  readonly typed?: unknown
}

const parts = { annotation: 'Edit', reply: 'Reply', evidence: 'Evidence', dismiss: 'Reason to dismiss a flag' }

/** What of `entries`, all that is kept for one person, is about one transcript: its writes, and words that none of them holds. */
export const leftBehind = (entries: Entries, transcript: string): readonly LeftBehind[] => {
  const own = entries.filter(([name]) => name.startsWith(`${transcript}/`))
  const of = (kind: string) =>
    own.flatMap(([name, value]) => (name.startsWith(`${transcript}/${kind} `) ? [{ name, value }] : []))
  const writes = of('write').map(({ name, value }) => ({ name, record: value as Waiting }))
  const sent = new Set(writes.map(({ record }) => record.key))
  const begun = of('words').flatMap(({ name, value }) => {
    const { values, draft } = value as Kept
    const key = name.split(' ').slice(2).join(' ')
    const form = formOf(key)
    if (sent.has(key) || (!draft && !form)) return []
    return [{ name, what: draft ? `New ${draft.kind}` : form ? parts[form.part] : '', on: draft?.exact, typed: values }]
  })
  return [
    ...writes.map(({ name, record }) => ({ name, what: record.what, ...saysOf(record) })),
    ...of('many').map(({ name, value }) => {
      const { what, step } = value as Many
      return { name, what, typed: 'reason' in step ? step.reason : undefined }
    }),
    ...begun,
  ]
}
