import { describe, expect, it } from 'vitest'
import { applyEdits, type Edits } from './map'
import { tidyEdits } from './tighten'
import { wholeWords } from './whole-words'

/** `a letter for [one|another]`: the text before and after, and the smallest edits between them. */
const given = (written: string) => {
  let before = ''
  const edits: { start: number; end: number; text: string }[] = []
  for (const part of written.split(/(\[[^\]]*\])/)) {
    const [, was, is] = /^\[(.*)\|(.*)\]$/s.exec(part) ?? []
    if (was === undefined) before += part
    else {
      edits.push({ start: before.length, end: before.length + was.length, text: is ?? '' })
      before += was
    }
  }
  return { before, edits: tidyEdits(before, edits) }
}
const written = (before: string, edits: Edits) =>
  edits.map(({ start, end, text }) => `${before.slice(start, end)}|${text}`)

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['a letter put into a name is the name', 'said [Ushkov|Ushakov] then', ['Ushkov|Ushakov']],
  ['two letters of one word are one change', 'it was [explnaig|explaining] it', ['explnaig|explaining']],
  ['two letters of one word that stand apart are one change', 'r[e|i]ccom[m|]ended', ['reccommended|riccomended']],
  ['a word put between two is that word', 'nine [|good ]points', ['|good ']],
  ['a word put in at the end of another is that word alone', 'nine[| good] points', ['| good']],
  ['words that become one', 'every[ |]body', ['every body|everybody']],
  ['a word that becomes two', 'every[| ]body', ['everybody|every body']],
  ['an apostrophe taken out', 'don[’|]t', ['don’t|dont']],
  ['a sign behind a word leaves the word alone', 'points[.|,] then', ['.|,']],
  ['two words with a space between them are two changes', '[nine|ten] [points|pages]', ['nine|ten', 'points|pages']],
  ['what is not written in letters stays as small as it is', 'a [👩|👨] b', ['👩|👨']],
  ['scripts without spaces are not widened', '他说[九|八]点', ['九|八']],
]

describe('changes as whole words', () => {
  it.each(cases)('%s', (_, text, wanted) => {
    const { before, edits } = given(text)
    const after = applyEdits(before, edits)
    const whole = wholeWords(before, after, edits)
    expect(written(before, whole)).toEqual(wanted)
    expect(applyEdits(before, whole)).toBe(after)
  })
})
