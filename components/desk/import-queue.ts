import { maxFileBytes } from '@/lib/transcript/transcript'

/** A file on its way into the desk. */
export type Item = {
  readonly id: number
  readonly file: File
  readonly state: 'waiting' | 'sending' | 'reading' | 'done' | 'failed'
  /** The share that has gone out, 0 to 1. */
  readonly sent: number
  /** Why it failed, and whether trying again could help. */
  readonly problem?: string
  readonly final?: boolean
  /** What it became. */
  readonly transcript?: { readonly id: string; readonly title: string }
}

/** What the API says of a file over the limit, said before it is sent. */
export const tooLarge = 'This file is larger than 20 MB, the most a transcript may have. Split it and import the parts.'

/** New files as items; those that would be refused for their size are refused here, before they travel. */
export const itemsOf = (files: readonly File[], firstId: number): readonly Item[] =>
  files.map((file, at) => {
    const item: Item = { id: firstId + at, file, state: 'waiting', sent: 0 }
    return file.size > maxFileBytes ? { ...item, state: 'failed', problem: tooLarge, final: true } : item
  })

/** The title a file gets where none is typed: its name without the ending. */
export const titleOf = (name: string): string => name.replace(/\.[a-z0-9]{1,8}$/i, '').trim() || name

/** A size for people: "812 bytes", "34 kB", "1.9 MB". */
export const sizeInWords = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
