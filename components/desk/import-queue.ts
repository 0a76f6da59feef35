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

const megabytes = (bytes: number) => (Math.ceil(bytes / 104_857.6) / 10).toFixed(1).replace(/\.0$/, '')

/** What the API says of a file over the limit, said before it travels; null for one that may go. */
export const sizeProblem = ({ name, size }: { readonly name: string; readonly size: number }): string | null =>
  size <= maxFileBytes
    ? null
    : `${name} has ${megabytes(size)} MB; ${megabytes(maxFileBytes)} MB is the most a file may have. Split it and import the parts.`

/** New files as items; those that would be refused for their size are refused here, before they travel. */
export const itemsOf = (files: readonly File[], firstId: number): readonly Item[] =>
  files.map((file, at) => {
    const item: Item = { id: firstId + at, file, state: 'waiting', sent: 0 }
    const problem = sizeProblem(file)
    return problem === null ? item : { ...item, state: 'failed', problem, final: true }
  })
