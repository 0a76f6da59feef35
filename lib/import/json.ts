import { AppError } from '@/lib/errors'
import { decodeText } from './decode'
import { grouped } from './notes'

/** A JSON object, of which nothing more is known. */
export type JsonObject = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** How deep lists and objects may stand in one another; transcripts need six levels. */
const deepest = 1_000

/** Where JSON gets too deep: a place in the text, or -1. The parser would take seconds for millions of brackets. */
const tooDeepAt = (text: string): number => {
  let depth = 0
  for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/gs)) {
    if (sign === '[' || sign === '{') depth += 1
    else if (sign === ']' || sign === '}') depth -= 1
    if (depth > deepest) return index
  }
  return -1
}

/** The value a JSON file holds. Throws AppError with the line where it stops being JSON. */
export const parseJson = (name: string, bytes: Uint8Array): unknown => {
  const text = decodeText(name, bytes)
  const deep = tooDeepAt(text)
  if (deep !== -1)
    throw new AppError(
      'invalid',
      `${name} is nested more than ${grouped(deepest)} deep (character ${grouped(deep)}), as no transcript is.`,
    )
  try {
    return JSON.parse(text)
  } catch (error) {
    const said = /at position (\d+)/.exec(String(error))?.[1]
    const at = said === undefined ? text.length : Number(said)
    const line = text.slice(0, at).split('\n').length
    throw new AppError(
      'invalid',
      `${name} is not JSON: it cannot be read from line ${grouped(line)} (character ${grouped(at)}) on. Export it again where it came from.`,
    )
  }
}

/** The value, or null where the bytes are no JSON: for telling shapes apart. */
export const jsonOrNull = (bytes: Uint8Array): unknown => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return tooDeepAt(text) === -1 ? JSON.parse(text) : null
  } catch {
    return null
  }
}

/** Words of a file that can be stored and are not empty. `where` is what the sentence about others calls their place. */
export const wordsAt = (name: string, where: string, value: unknown): string => {
  if (typeof value !== 'string') return ''
  if (value.includes('\0') || !value.isWellFormed())
    throw new AppError(
      'invalid',
      `${name} holds ${value.includes('\0') ? 'a null character' : 'half of a surrogate pair'} in ${where}, which cannot be stored. Remove it and import again.`,
    )
  return value.replaceAll(/[ \t\n\f\r]+/g, ' ').trim()
}
