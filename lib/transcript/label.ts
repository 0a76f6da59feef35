/** A piece of a speaker label: the name and the time are shown, the brackets and colons between them are not. */
export type LabelPiece = { readonly text: string; readonly part: 'name' | 'time' | 'rest' }

const time = /\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?/

/** The pieces on both sides of a match, and the match between them; nothing where it is empty. */
const cut = (text: string, at: number, length: number, part: LabelPiece['part']): readonly LabelPiece[] =>
  [
    { text: text.slice(0, at), part: 'rest' as const },
    { text: text.slice(at, at + length), part },
    { text: text.slice(at + length), part: 'rest' as const },
  ].filter((piece) => piece.text !== '')

/**
 * Cuts a label as it stands in the text ("[00:12] Marrant: ") into its name, its time and the rest. The pieces joined
 * are the label again. Without a known name, all but the time and the punctuation at both ends counts as the name.
 */
export const labelPieces = (label: string, speaker?: string): readonly LabelPiece[] => {
  const given = speaker === undefined || speaker === '' ? -1 : label.indexOf(speaker)
  const spoken = given === -1 ? nameWithin(label) : { at: given, length: speaker?.length ?? 0 }
  const pieces = spoken ? cut(label, spoken.at, spoken.length, 'name') : [{ text: label, part: 'rest' as const }]
  return pieces.flatMap((piece) => {
    const found = piece.part === 'rest' ? time.exec(piece.text) : null
    return found ? cut(piece.text, found.index, found[0].length, 'time') : [piece]
  })
}

/** Where the name stands in a label that nobody has read: what is left without the time and the signs around it. */
const nameWithin = (label: string): { readonly at: number; readonly length: number } | null => {
  const rest = label.replace(time, (found) => ' '.repeat(found.length))
  const found = /[\p{L}\p{N}](?:.*[\p{L}\p{N}.])?/su.exec(rest)
  return found ? { at: found.index, length: found[0].length } : null
}

/** Seconds from the start of the recording as `00:12`, or `1:02:03` from an hour on. */
export const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds))
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(whole / 3600)
  const rest = `${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}
