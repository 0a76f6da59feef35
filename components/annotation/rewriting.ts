import { differences } from '@/lib/text/differences'
import { applyEdits, carryEdits, prepareEdits } from '@/lib/text/map'
import type { Range } from '@/lib/text/range'
import { proposals } from '@/lib/transcript/proposal'
import { changeOf } from './change-of'

/** A change in words that are being rewritten: the range of what was put in, in UTF-16 units of the words as they are now, and what is gone. */
export type Tracked = Range & { readonly gone: string }

const leadOf = (text: string) => text.length - text.trimStart().length

/**
 * What `proposals` makes of words that are being rewritten, cut down to the words that differ: what a proposal takes along
 * to have something to mark is not shown as changed.
 */
export const tracked = (before: string, now: string): readonly Tracked[] => {
  let shift = leadOf(now) - leadOf(before)
  const within = (at: number) => Math.max(0, Math.min(at, now.length))
  return proposals(before, { start: 0, end: before.length }, now).map(({ start, end, text }) => {
    const old = before.slice(start, end)
    const { before: same, deleted, inserted } = changeOf(old, text)
    const at = start + shift + same.length
    shift += text.length - old.length
    return { start: within(at), end: within(at + inserted.length), gone: deleted }
  })
}

/**
 * What somebody has made of `before`, for the words that others have made of it meanwhile: with both changes in it, or null
 * where both are about the same words.
 */
export const rewrittenOn = (before: string, rewritten: string, after: string): string | null => {
  const own = carryEdits(differences(before, rewritten), prepareEdits(differences(before, after)))
  return own && applyEdits(after, own)
}
