import type { Range } from '@/lib/text/range'

/** The lines between `---` and `---` at the very beginning of a Markdown file, and what they say. */
export type FrontMatter = Range & { readonly entries: ReadonlyMap<string, string> }

/** A block that is longer is text between two rules, not front matter. */
const longest = 8_000

const entry = /^([A-Za-z][A-Za-z0-9_-]{0,40})[ \t]*:[ \t]+(.*\S)[ \t]*$/
const quoted = /^(["'])(.*)\1$/s

/**
 * The front matter a text begins with, or null. Only lines of the form `key: value` are read, keys in lower case, values
 * as words without their quotation marks; anything deeper is left alone. The range covers both rules.
 */
export const frontMatter = (text: string): FrontMatter | null => {
  const open = /^---[ \t]*\n/.exec(text.slice(0, 100))
  if (!open) return null
  const head = text.slice(0, longest)
  const close = /\n(?:---|\.\.\.)[ \t]*(?=\n|$)/g
  close.lastIndex = open[0].length - 1
  const found = close.exec(head)
  if (!found || (found.index + found[0].length === head.length && head.length < text.length)) return null
  const lines = head.slice(open[0].length, Math.max(open[0].length, found.index)).split('\n')
  const entries = new Map<string, string>()
  for (const line of lines) {
    const [, key, value] = entry.exec(line) ?? []
    if (key !== undefined && value !== undefined) entries.set(key.toLowerCase(), value.replace(quoted, '$2').trim())
    else if (line.trim() !== '' && !/^[ \t#-]/.test(line) && !/^[\w-]+:[ \t]*$/.test(line)) return null
  }
  return entries.size === 0 ? null : { start: 0, end: found.index + found[0].length, entries }
}
