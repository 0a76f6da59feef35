import type { Annotation, AnnotationEdit, NewAnnotation, NewEvidence } from '@/lib/annotation/annotation'
import type { Body } from '@/lib/annotation/body'
import type { request } from './client'
import { ApiProblem } from './client'
import type { Patch } from './ledger'
import type { Provision } from './provisional'
import { same, says } from './same'

/** Everything that a person can do about one annotation, as plain data: it can wait, outlive the page, and be sent later. */
export type Acts = {
  readonly create: { readonly input: NewAnnotation }
  readonly edit: { readonly edit: AnnotationEdit }
  readonly remove: object
  readonly restore: { readonly gone: Annotation }
  readonly resolve: { readonly resolved: boolean }
  readonly dismiss: { readonly reason: string | null }
  readonly reply: { readonly body: Body }
  readonly editReply: { readonly item: string; readonly body: Body }
  readonly removeReply: { readonly item: string }
  readonly restoreReply: { readonly item: string }
  readonly addEvidence: { readonly evidence: NewEvidence }
  readonly editEvidence: { readonly item: string; readonly edit: Partial<NewEvidence> }
  readonly removeEvidence: { readonly item: string }
  readonly restoreEvidence: { readonly item: string }
}
export type Act = { [Name in keyof Acts]: { readonly do: Name } & Acts[Name] }[keyof Acts]

/** The part of an annotation that an act is about: its version, and what its touched fields say. */
export type Part = { readonly version: number; readonly says: unknown }

/** What an act is given when it is sent. */
export type Way = {
  readonly request: typeof request
  /** The name of the write, the same each time it is tried: the desk carries out a name once. */
  readonly name: string
  readonly transcriptId: string
  /** The annotation's id as the desk knows it. */
  readonly id: string
  /** The annotation that the act was made on, and as the desk gave it last. */
  readonly seen: Annotation | undefined
  readonly stored: Annotation | undefined
}

/** What one act means: each is a row of the table below. */
export type Meaning<A> = {
  /** What it is, as a list of unsent things names it: “Edit of a note”. */
  readonly what: (act: A, annotation: Annotation | undefined) => string
  /** How the annotation looks until the desk has answered. */
  readonly patch: (act: A, given: Provision, transcriptId: string) => Patch
  /** Gives the annotation as it then is, or undefined where nothing is left of it. */
  readonly send: (act: A, way: Way) => Promise<Annotation | undefined>
  /** What it is about, for acts that are made on a version. */
  readonly part?: (act: A, annotation: Annotation) => Part | undefined
  /** That it is gone is just what was wanted. */
  readonly takesAway?: true
  /** How it is taken back once it is saved; `before` is the annotation as it was, `by` whoever did it. */
  readonly undo?: (
    act: A,
    answer: Annotation | undefined,
    before: Annotation | undefined,
    by: string,
  ) => { readonly what: string; readonly id: string; readonly act: Act } | undefined
}

/** The annotation that a conflict carries; a conflict about the text carries none. */
export const currentOf = (error: unknown): Annotation | undefined => {
  if (!(error instanceof ApiProblem) || error.status !== 409) return undefined
  const { current } = error
  return typeof current === 'object' && current !== null && 'id' in current ? (current as Annotation) : undefined
}

/**
 * Sends an edit on the version it was made on, or on the newest where the fields it touches still say the same. Where
 * the desk says that they changed, and they say what was wanted, it is done: an answer of one's own was lost.
 */
export const sendEdit = async (
  { request, seen, stored }: Way,
  path: string,
  body: object,
  part: (annotation: Annotation) => Part | undefined,
): Promise<Annotation> => {
  const [old, now] = [seen && part(seen), stored && part(stored)]
  const on = now && (!old || same(old.says, now.says)) ? now : (old ?? now)
  const sendOn = (version: number) => request<Annotation>('PATCH', path, { body, version })
  try {
    return await sendOn(on?.version ?? 0)
  } catch (error) {
    const current = currentOf(error)
    const there = current && part(current)
    if (!current || !there) throw error
    if (says(there.says, body)) return current
    // Somebody changed other parts of it: both changes can stand.
    if (old && same(old.says, there.says)) return await sendOn(there.version)
    throw error
  }
}
