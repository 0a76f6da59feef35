import { importFormats } from '@/lib/import'

/** What can be imported: for the window in which files are chosen, and in words. */
export type Formats = { readonly accept: string; readonly words: string }

const or = new Intl.ListFormat('en', { type: 'disjunction' })

/** The formats there are, read on the server: the browser needs none of their code. */
export const accepted: Formats = {
  accept: importFormats.flatMap(({ extensions, mediaTypes }) => [...extensions, ...mediaTypes]).join(','),
  words: or.format(importFormats.map(({ label }) => label)),
}
