import type { Entries } from './disk'
import { begunOf } from './words'

/** What is kept and not sent: writes that the desk has not taken, and what was begun besides. */
export type Left = { readonly writes: number; readonly drafts: number }

/**
 * What of one person's is kept in this browser and not sent, by transcript: counted as the page of the transcript
 * counts it, its writes and what was begun besides, each form once however many windows it was typed in.
 */
export const leftHere = (entries: Entries): ReadonlyMap<string, Left> => {
  const things = new Map<string, { readonly forms: Set<string>; readonly writes: { readonly key: string }[] }>()
  for (const [name, value] of entries) {
    const [, transcript = '', kind, form = ''] = /^([^/]+)\/(words \S+|write|many) (.*)$/.exec(name) ?? []
    if (kind === undefined) continue
    const of = things.get(transcript) ?? { forms: new Set(), writes: [] }
    if (kind === 'write' || kind === 'many') of.writes.push(value as { readonly key: string })
    else of.forms.add(form)
    things.set(transcript, of)
  }
  const counts = [...things].map(([transcript, { forms, writes }]) => {
    const drafts = begunOf([...forms], writes).length
    return [transcript, { writes: writes.length, drafts }] as const
  })
  return new Map(counts.filter(([, { writes, drafts }]) => writes + drafts > 0))
}

/** All of it together, with texts that are being pasted. */
export const allLeft = (entries: Entries): Left => {
  const pasted = entries.filter(([name]) => /^paste\/.*typed$/.test(name)).length
  return [...leftHere(entries).values()].reduce(
    (all, { writes, drafts }) => ({ writes: all.writes + writes, drafts: all.drafts + drafts }),
    { writes: 0, drafts: pasted },
  )
}

const counted = (count: number, one: string, many: string): readonly string[] =>
  count === 0 ? [] : [`${count.toLocaleString('en')} ${count === 1 ? one : many}`]

/** What is asked before one signs out with something unsent; null where nothing is. `isKept`: whether it outlives the page. */
export const leavingWords = ({ writes, drafts }: Left, isKept: boolean): string | null => {
  if (!isKept) return 'This browser has no room to keep what you typed. What is not saved is lost when you sign out.'
  const parts = [
    ...counted(writes, 'change of yours is not sent', 'changes of yours are not sent'),
    ...counted(drafts, 'draft is not saved', 'drafts are not saved'),
  ]
  if (parts.length === 0) return null
  const [it, stays, is] = writes + drafts === 1 ? ['it', 'It stays', 'it is'] : ['them', 'They stay', 'they are']
  return `${parts.join(', and ')}. ${stays} in this browser for you alone. Nobody else is shown ${it}, and ${is} here when you sign in again.`
}
