import { wordsOf } from '@/components/api/words'

/**
 * How much of one person's is kept in this browser and not sent, by transcript: from the keys under which it stands (see
 * components/api), each form counted once however many windows it was typed in. A reason for a step is no draft of its own.
 */
export const leftHere = (keys: readonly string[]): ReadonlyMap<string, number> => {
  const things = new Map<string, Set<string>>()
  for (const key of keys) {
    const [, transcript = '', kind, rest = ''] = /^([^/]+)\/(words \S+|write) (.*)$/.exec(key) ?? []
    if (kind === undefined || rest === wordsOf.step) continue
    things.set(transcript, (things.get(transcript) ?? new Set()).add(rest))
  }
  return new Map([...things].map(([transcript, of]) => [transcript, of.size]))
}
