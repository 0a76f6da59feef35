import type { VersionOutcome } from '@/lib/transcript/version'

const number = new Intl.NumberFormat('en')

/** "1 place", "1,204 places". */
export const counted = (count: number, one: string, many: string): string =>
  `${number.format(count)} ${count === 1 ? one : many}`

/** How many annotations a person should look at. */
export const unsureIn = ({ annotations: { doubtful, lost } }: VersionOutcome): number => doubtful + lost

/** "3 annotations need a look." Empty where none does. */
const needsALook = (version: VersionOutcome): string => {
  const unsure = unsureIn(version)
  if (unsure === 0) return ''
  return ` ${counted(unsure, 'annotation needs', 'annotations need')} a look.`
}

/** What was done, as a sentence or two. */
export const madeInWords = (version: VersionOutcome): string =>
  `Revision ${version.revision}: ${counted(version.places, 'place', 'places')} changed.${needsALook(version)}`

/** What would change, as a sentence or two. */
export const changesInWords = ({ places, same, turns }: VersionOutcome): string => {
  if (places === 0) return 'The words are the same; speakers, times or paragraphs change.'
  const share = same > 0.99 && same < 1 ? 'More than 99' : `${Math.floor(same * 100)}`
  const also = turns ? ' Speakers, times or paragraphs change too.' : ''
  return `${counted(places, 'place changes', 'places change')}. ${share} % of the words are the same.${also}`
}
