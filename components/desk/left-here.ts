import { begunOf } from '@/components/api/words'

/**
 * How much of one person's is kept in this browser and not sent, by transcript: counted as the page of the transcript
 * counts it, its writes and what was begun besides, each form once however many windows it was typed in.
 */
export const leftHere = (entries: readonly (readonly [string, unknown])[]): ReadonlyMap<string, number> => {
  const things = new Map<string, { readonly forms: Set<string>; readonly writes: { readonly key: string }[] }>()
  for (const [name, value] of entries) {
    const [, transcript = '', kind, form = ''] = /^([^/]+)\/(words \S+|write) (.*)$/.exec(name) ?? []
    if (kind === undefined) continue
    const of = things.get(transcript) ?? { forms: new Set(), writes: [] }
    if (kind === 'write') of.writes.push(value as { readonly key: string })
    else of.forms.add(form)
    things.set(transcript, of)
  }
  const counts = [...things].map(
    ([transcript, { forms, writes }]) => [transcript, writes.length + begunOf([...forms], writes).length] as const,
  )
  return new Map(counts.filter(([, count]) => count > 0))
}
