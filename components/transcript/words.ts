import type { TextStep } from '@/components/api/text-port'
import { dateInWords } from '@/components/ui/relative'
import { flagSorts, type Kind, kinds } from '@/lib/annotation/kinds'
import { countWords } from '@/lib/text/words'
import type { Metadata } from '@/lib/transcript/transcript'

const number = new Intl.NumberFormat('en')

/** "1 word", "1,904 words". */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${number.format(count)} ${count === 1 ? one : many}`

/** Where a transcript comes from and which state of it this is, in one line, its parts in order. */
export const describeTranscript = (
  transcript: Metadata & { readonly words: number },
  revision: number,
): readonly string[] => {
  const { outlet, printedOn } = transcript
  const printed = printedOn ? `Printed ${dateInWords(printedOn)}${outlet ? ` in ${outlet}` : ''}` : outlet
  return [
    ...(printed ? [printed] : []),
    ...(transcript.translator ? [`translated by ${transcript.translator}`] : []),
    countOf(transcript.words, 'word'),
    `revision ${revision}, as ${revision === 1 ? 'imported' : 'corrected'}`,
  ]
}

/** What a sort of flag is called. */
export const sortLabel = (sort: string): string => flagSorts[sort as keyof typeof flagSorts] ?? sort

/** A sort of flag in the plural, as a heading of several: "Names". */
export const sortPlural = (sort: string): string => {
  const label = sortLabel(sort)
  if (['spelling', 'quotation-marks', 'capitalisation', 'punctuation', 'other'].includes(sort)) return label
  return `${label}s`
}

/** Which of several a card is: "Flag 2 of 10". */
export const positionWords = (kind: Kind, at: number, of: number): string =>
  `${kinds[kind].label} ${number.format(at)} of ${number.format(of)}`

/** The most of a selection that is read out, in characters. */
const heard = 240

/** What is selected, for those who hear it: a long one by how it begins and ends. */
export const selectedWords = (exact: string): string => {
  const words = exact.replace(/\s+/g, ' ')
  if (words.length <= heard) return `Selected: ${words}`
  const half = heard / 2
  return `Selected, ${countOf(countWords(exact), 'word')}: ${words.slice(0, half).trimEnd()} … ${words.slice(-half).trimStart()}`
}

/** That the text on the page went on to another revision, and who brought it there where it was somebody else. */
export const followedWords = ({ revision, by }: TextStep): string =>
  by === null ? `Revision ${revision} of the text.` : `${by} corrected the text. Revision ${revision}.`
