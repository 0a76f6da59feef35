import type { Draft, TranscriptView } from '@/components/api/store'
import type { Annotation, Mark } from '@/lib/annotation/annotation'
import { bodyToText } from '@/lib/annotation/body-text'
import { defaultVerdicts, flagSorts, kinds } from '@/lib/annotation/kinds'
import { turnWords } from '@/lib/transcript/turn-words'

/** What a card's head calls it: its kind, or for a flag the sort of inconsistency. */
export const headLabel = ({ kind, sort }: Pick<Mark, 'kind' | 'sort'>): string =>
  kind === 'flag' && sort !== undefined && sort !== 'other'
    ? (flagSorts[sort as keyof typeof flagSorts] ?? sort)
    : kinds[kind].label

/** What something that was begun is called: its kind, or how it is written. */
export const draftLabel = ({ kind, how }: Pick<Draft, 'kind' | 'how'>): string =>
  how === undefined ? kinds[kind].label : { 'in-place': 'Edit in the text', turn: 'Turn' }[how]

/** Whose it is: “by detector, sure” or a person's name. */
export const authorWords = ({ author, flag }: Pick<Annotation, 'author' | 'flag'>): string =>
  author.kind === 'detector' ? `by detector${flag?.tier ? `, ${flag.tier}` : ''}` : author.name

/** What is to be said of its state; nothing of one that is open. */
export const stateWords = ({ kind, state }: Pick<Mark, 'kind' | 'state'>): string | null => {
  if (state !== 'open') return state
  return kind === 'correction' ? 'proposed' : null
}

/** What is to be said of a card that is not as the desk has it; nothing where it is. */
export const unsavedWords = (
  id: string,
  { busy, unsent, begun, editing }: Pick<TranscriptView, 'busy' | 'unsent' | 'begun' | 'editing'>,
): string | null => {
  const mine = unsent.filter((write) => write.id === id)
  if (mine.some(({ stands }) => stands === 'refused')) return 'not saved'
  if (mine.length > 0) return 'waiting to be sent'
  if (busy.has(id)) return 'saving'
  return begun.has(id) && editing?.id !== id ? 'unsaved words' : null
}

/** Sorts of flag where both forms stand in the text, so that one is not the fault of the other. */
const twoForms = ['name', 'term', 'speaker', 'contradiction', 'number', 'date']

/** What stands between what was found and what was expected instead. */
export const between = (sort: string): string => (twoForms.includes(sort) ? ', elsewhere ' : ' → ')

/** “16 times”, or nothing where the other places are not known. */
export const timesWords = (places: number): string => {
  if (places === 0) return ''
  return places === 1 ? ' once' : ` ${places.toLocaleString('en')} times`
}

export const verdictLabel = (id: string): string => defaultVerdicts.find((verdict) => verdict.id === id)?.label ?? id

/** How a verdict looks: towards false, in between, towards true, or outside the scale. */
export const verdictTone = (id: string): 'false' | 'mixed' | 'true' | 'none' => {
  const order = defaultVerdicts.find((verdict) => verdict.id === id)?.order ?? null
  if (order === null) return 'none'
  if (order < 3) return 'false'
  return order === 3 ? 'mixed' : 'true'
}

const own = ({ kind, anchor, body, check, flag, correction }: Annotation): string => {
  if (kind === 'check' && check) return check.claim
  if (kind === 'flag' && flag) return `${flag.found}${between(flag.sort)}${flag.expected.join(' or ')}`
  if (kind === 'correction' && correction?.turn) return `${correction.from}: ${turnWords(correction.turn)}`
  if (kind === 'correction' && correction) return `${correction.from} becomes ${correction.to || 'nothing'}`
  return body ? bodyToText(body) : anchor.exact
}

/** A card in one line, for those who hear it. */
export const cardName = (annotation: Annotation): string => {
  const state = stateWords(annotation)
  const head = `${headLabel({ kind: annotation.kind, sort: annotation.flag?.sort })} ${authorWords(annotation).replace(/^(?!by )/, 'by ')}`
  const words = own(annotation).replaceAll(/\s+/g, ' ').slice(0, 160)
  return `${head}${state ? `, ${state}` : ''}: ${words}`
}
