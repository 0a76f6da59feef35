import type { Act, Acts, Meaning } from './acting'
import { annotationActs } from './annotation-acts'
import { threadActs } from './thread-acts'

const acts: { readonly [Name in keyof Acts]: Meaning<Acts[Name]> } = { ...annotationActs, ...threadActs }

/** What an act means. */
export const meaningOf = (act: Act): Meaning<Act> => acts[act.do] as Meaning<Act>
