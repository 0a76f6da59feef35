import { TagFields } from './tag'

const head = ['name', 'colour', 'note'] as const

/** A field as CSV; one that a spreadsheet would run as a formula begins with an apostrophe. */
const cell = (words: string): string => {
  const safe = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A codebook as CSV (RFC 4180) with a head line and a byte order mark, which spreadsheets want. */
export const tagsToCsv = (tags: readonly TagFields[]): string =>
  `\uFEFF${[head, ...tags.map(({ name, colour, note }) => [name, colour, note])].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

/** A codebook as JSON: a list of what each entry says. */
export const tagsToJson = (tags: readonly TagFields[]): string =>
  `${JSON.stringify(
    tags.map(({ name, colour, note }) => ({ name, colour, note })),
    null,
    2,
  )}\n`

/** The rows of a CSV file, or the number of the line where a quotation mark is not closed. */
const rowsOf = (text: string): readonly (readonly string[])[] | number => {
  const rows: string[][] = [[]]
  let field = ''
  let line = 1
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === '"' && field === '') {
      const opened = line
      let close = at + 1
      for (; text.charAt(close) !== '"' || text.charAt(close + 1) === '"'; close += 1) {
        if (close >= text.length) return opened
        if (text.charAt(close) === '"') close += 1
        if (text.charAt(close) === '\n') line += 1
        field += text.charAt(close)
      }
      at = close
    } else if (sign === ',' || sign === '\n') {
      rows.at(-1)?.push(field.replace(/\r$/, ''))
      field = ''
      if (sign === '\n') rows.push([])
      if (sign === '\n') line += 1
    } else field += sign
  }
  rows.at(-1)?.push(field.replace(/\r$/, ''))
  return rows.filter((row) => row.some((one) => one !== ''))
}

export type Read = { readonly tags: readonly TagFields[] } | { readonly fault: string }

const check = (entries: readonly unknown[], where: (at: number) => string): Read => {
  const tags = new Map<string, TagFields>()
  for (const [at, entry] of entries.entries()) {
    const given = typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : {}
    const parsed = TagFields.safeParse({
      ...given,
      colour: given.colour || given.color || 'grey',
      note: given.note ?? '',
    })
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      const why = issue?.path[0] === 'name' && !given.name ? 'A tag needs a name.' : issue?.message
      return { fault: `${where(at)}: ${why ?? 'This is no tag.'}` }
    }
    const { name } = parsed.data
    if (tags.has(name)) return { fault: `${where(at)}: “${name}” stands in the file twice.` }
    tags.set(name, parsed.data)
  }
  return tags.size === 0 ? { fault: 'There is no tag in this file.' } : { tags: [...tags.values()] }
}

const fromJson = (text: string): Read => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { fault: 'This is not JSON that can be read.' }
  }
  const list = Array.isArray(value) ? value : ((value as { tags?: unknown } | null)?.tags ?? null)
  if (!Array.isArray(list)) return { fault: 'This JSON holds no list of tags.' }
  return check(list, (at) => `Entry ${at + 1}`)
}

/** The names columns go by, here and in the codebooks of other programs. */
const columns: Readonly<Record<string, keyof TagFields>> = {
  ...{ name: 'name', tag: 'name', code: 'name', colour: 'colour', color: 'colour' },
  ...{ note: 'note', description: 'note', memo: 'note' },
}

const fromCsv = (text: string): Read => {
  const rows = rowsOf(text)
  if (typeof rows === 'number') return { fault: `Line ${rows}: a quotation mark is not closed.` }
  const [first = [], ...rest] = rows
  const named = first.map((word) => columns[word.trim().toLowerCase()])
  if (!named.includes('name')) {
    return {
      fault:
        'Line 1: the first line names the columns, and one of them has to be “name”. “colour” and “note” may be others.',
    }
  }
  const entries = rest.map((row) =>
    Object.fromEntries(
      row.flatMap((words, at) => (named[at] ? [[named[at], words.replace(/^'(?=[=+\-@])/, '')]] : [])),
    ),
  )
  // Colours of other programs are written in other ways: those come in grey.
  const known = entries.map((entry) =>
    /^(#|rgb)/i.test(entry.colour ?? '')
      ? { ...entry, colour: 'grey' }
      : { ...entry, colour: entry.colour?.trim().toLowerCase() },
  )
  return check(known, (at) => `Row ${at + 2}`)
}

/** Reads a codebook from CSV or JSON: its tags, or a sentence that says what is wrong and where. */
export const readTags = (text: string): Read => {
  const plain = text.replace(/^\uFEFF/, '')
  return /^\s*[[{]/.test(plain) ? fromJson(plain) : fromCsv(plain)
}
