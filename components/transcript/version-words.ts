import { isDifferent, sameInWords, type VersionOutcome } from '@/lib/transcript/version'
import { countOf } from './words'

/** How many annotations a person should look at. */
export const unsureIn = ({ annotations: { doubtful, lost } }: VersionOutcome): number => doubtful + lost

/** "3 annotations need a look." Empty where none does. */
const needsALook = (version: VersionOutcome): string => {
  const unsure = unsureIn(version)
  if (unsure === 0) return ''
  return ` ${countOf(unsure, 'annotation')} ${unsure === 1 ? 'needs' : 'need'} a look.`
}

/** What was done, as a sentence or two. */
export const madeInWords = (version: VersionOutcome): string =>
  `Revision ${version.revision}: ${countOf(version.places, 'place')} changed.${needsALook(version)}`

/** What would change, as a sentence or two. */
export const changesInWords = (version: VersionOutcome): string => {
  const { places, same, turns } = version
  if (places === 0) return 'The words are the same; speakers, times or paragraphs change.'
  const share = same > 0.99 && same < 1 ? 'More than 99' : `${Math.floor(same * 100)}`
  const much = isDifferent(version) ? sameInWords(same) : `${share}% of the words are the same.`
  const also = turns ? ' Speakers, times or paragraphs change too.' : ''
  return `${countOf(places, 'place')} ${places === 1 ? 'changes' : 'change'}. ${much}${also}`
}
