import type { Metadata, Turn } from '@/lib/transcript/transcript'

/** A file as it came: its name, for titles and for sentences about it, and its bytes. */
export type GivenFile = { readonly name: string; readonly bytes: Uint8Array }

/** Words that someone wrote in the margin of a file. `at` is ISO 8601 where the file says when. */
export type Remark = { readonly author: string; readonly at?: string; readonly text: string }

/** A comment that a file carries on a range of the imported text, with the answers to it. */
export type ImportedComment = Remark & {
  readonly start: number
  readonly end: number
  readonly replies: readonly Remark[]
  readonly resolved: boolean
}

/** What an import makes of a file: the text all offsets refer to, its turns, what the file says of itself, and a title. */
export type Imported = {
  readonly text: string
  readonly turns: readonly Turn[]
  readonly metadata: Partial<Metadata>
  readonly title: string
  /** In the order of the text; none where left out. */
  readonly comments?: readonly ImportedComment[]
  /** What a person should know about how the file was read, a sentence each: what was left out or looked wrong, and where. */
  readonly notes?: readonly string[]
}

/** How a long reading is watched: told what share is done, from 0 to 1, and asked to stop. */
export type Watch = { readonly progress?: (share: number) => void; readonly signal?: AbortSignal }

/** A kind of file that can be imported. `read` throws AppError with a sentence that says what is wrong, and where. */
export type ImportFormat = {
  readonly name: string
  readonly label: string
  /** Endings of file names, in lower case, with their point. */
  readonly extensions: readonly string[]
  readonly mediaTypes: readonly string[]
  /** Whether the content is this format's, where several share an ending. The last of them that are listed says what is wrong. */
  readonly fits?: (file: GivenFile) => boolean
  readonly read: (file: GivenFile, watch?: Watch) => Imported | Promise<Imported>
}
