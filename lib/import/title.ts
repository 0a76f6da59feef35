import type { Turn } from '@/lib/transcript/transcript'

/** The longest first line that is taken for a title, and the longest title there is. */
const shortLine = 120
const longest = 300

/** Words as a title: one line, no control characters, not too long. */
export const asTitle = (words: string): string =>
  words
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, longest)
    .toWellFormed()
    .replaceAll('\uFFFD', '')
    .trim()

/** The first line, when it reads like a title: short, on its own, with no speaker and no full stop. */
export const titleOfText = (text: string, turns: readonly Turn[]): string | null => {
  const first = turns[0]
  if (!first || first.label || turns.length === 1) return null
  const line = text.slice(first.start, Math.min(first.end, first.start + shortLine + 1))
  const readsLikeOne = line.length <= shortLine && /\p{L}/u.test(line) && !/\n|[.,;:!]$|^[*\-+>(["“„•]/u.test(line)
  return readsLikeOne ? asTitle(line.replace(/^#{1,6}[ \t]+/, '')) || null : null
}

/** A file's name without its folders and its ending. */
export const titleOfFile = (name: string): string =>
  asTitle((name.split(/[\\/]/).at(-1) ?? '').replace(/\.[a-z0-9]{1,12}$/i, '').replaceAll('_', ' ')) || 'Untitled'

/** The first words of a text, for one that was pasted without a title. */
export const titleOfWords = (text: string): string => {
  const words = asTitle(text.trimStart().slice(0, 300)).slice(0, 61)
  return words.length <= 60 ? words || 'Untitled' : `${words.slice(0, words.lastIndexOf(' ') + 1 || 60).trim()}…`
}
