/** Fields of a form that hold a choice, not words. */
const choices = ['type', 'verdict', 'stance', 'sort', 'part']

const wordsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => (choices.includes(name) ? [] : wordsIn(part)))
}

/** The beginning of what was typed into a form, whichever its fields are: at most `most` UTF-16 units in one line. */
export const excerptOf = (values: unknown, most = 90): string => {
  const words = wordsIn(values).join(' ').replaceAll(/\s+/g, ' ').trim()
  return words.length > most ? `${words.slice(0, most).trimEnd()}…` : words
}
