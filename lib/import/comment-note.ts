import type { Block, Body } from '@/lib/annotation/body'
import { bodyToText, textToBody } from '@/lib/annotation/body-text'
import { type Anchor, describe } from '@/lib/text/anchor'
import type { ImportedComment, Remark } from './format'

/** A comment of a file as the note it becomes: where it is attached, what it says, and what the record keeps of it. */
export type CarriedNote = {
  readonly anchor: Anchor
  readonly body: Body
  /** The body as plain words, for the search. */
  readonly words: string
  readonly resolved: boolean
}

/** The most blocks a note may hold (see Body); a longer thread ends with a sentence that says so. */
const mostBlocks = 2_000

const clean = (words: string) => words.toWellFormed().replaceAll('\0', '')

/** `2031-03-11T14:05:00Z` as it is written there, whatever clock it was: `11 March 2031, 14:05`. */
const whenInWords = (at: string | undefined): string => {
  const found = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?/.exec(at ?? '')
  const day = found && new Date(`${found[1]}T00:00:00Z`)
  if (!day || Number.isNaN(day.getTime())) return ''
  const words = day.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  return ` on ${words}${found[2] ? `, ${found[2]}` : ''}`
}

const said = ({ author, at, text }: Remark, verb: string): readonly Block[] => [
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: clean(author).trim() || 'Somebody', marks: [{ type: 'bold' }] },
      { type: 'text', text: ` ${verb} in the file${whenInWords(at)}:` },
    ],
  },
  ...textToBody(clean(text)).content,
]

/** The range of a comment, or the character beside its place where it has no length. */
const rangeOf = (text: string, { start, end }: ImportedComment) => {
  const from = Math.max(0, Math.min(start, text.length - 1))
  return { start: from, end: Math.max(from + 1, Math.min(end, text.length)) }
}

/**
 * What a comment in a file becomes: one note whose words say who wrote what, and when, in the file. Answers are further
 * paragraphs and not replies: nobody of this desk wrote them, and a reply bears the name of whoever stored it.
 */
export const noteOf = (text: string, comment: ImportedComment): CarriedNote => {
  const blocks = [...said(comment, 'wrote'), ...comment.replies.flatMap((reply) => said(reply, 'answered'))]
  const rest: Block = { type: 'paragraph', content: [{ type: 'text', text: 'The file holds more of this thread.' }] }
  const body: Body = {
    type: 'doc',
    content: blocks.length <= mostBlocks ? blocks : [...blocks.slice(0, mostBlocks - 1), rest],
  }
  return {
    anchor: describe(text, rangeOf(text, comment)),
    body,
    words: bodyToText(body),
    resolved: comment.resolved,
  }
}
