import type { Metadata, Turn } from '@/lib/transcript/transcript'

/** A file as it came: its name, for titles and for sentences about it, and its bytes. */
export type GivenFile = { readonly name: string; readonly bytes: Uint8Array }

/** What an import makes of a file: the text all offsets refer to, its turns, what the file says of itself, and a title. */
export type Imported = {
  readonly text: string
  readonly turns: readonly Turn[]
  readonly metadata: Partial<Metadata>
  readonly title: string
}

/** A kind of file that can be imported. `read` throws AppError with a sentence that says what is wrong, and where. */
export type ImportFormat = {
  readonly name: string
  readonly label: string
  /** Endings of file names, in lower case, with their point. */
  readonly extensions: readonly string[]
  readonly mediaTypes: readonly string[]
  readonly read: (file: GivenFile) => Imported
}
