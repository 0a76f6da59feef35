import { bodyToMarkdown } from '@/lib/annotation/body-markdown'
import { escapeMarkdown, escapeMarkdownLine } from '@/lib/text/escape'
import { turnWords } from '@/lib/transcript/turn-words'
import type { ExportFormat } from './format'
import { type AnnotatedParagraph, annotatedParagraphs, type Numbered, numbered } from './placed'
import {
  about,
  closedWords,
  decisionWords,
  evidenceWords,
  flagWords,
  headWords,
  moment,
  openWords,
  proof,
  proposesWords,
  quoteWords,
  speakerWords,
  verdictWords,
} from './words'

/** A stretch of the text, with a hard break at each of its line ends. `begins` says whether it stands at one already. */
const escapedText = (words: string, begins: boolean): string =>
  words
    .split('\n')
    .map((line, index) => (index > 0 || begins ? escapeMarkdownLine(line) : escapeMarkdown(line)))
    .join('\\\n')

const paragraphLines = (text: string, paragraph: AnnotatedParagraph): string => {
  const { label, heading, start, end, ending } = paragraph
  const from = label?.end ?? start + (heading?.signs ?? 0)
  const speaker =
    label && speakerWords(label).flatMap((word, index) => (word ? [index === 0 ? `**${inline(word)}**` : word] : []))
  let out = heading ? `${'#'.repeat(Math.min(heading.level + 1, 6))} ` : ''
  if (label) out += speaker?.length ? `${speaker.join(' ')}  \n` : escapedText(text.slice(label.start, label.end), true)
  let at = from
  for (const annotation of ending) {
    const stop = Math.min(Math.max(annotation.end, at), end)
    out += `${escapedText(text.slice(at, stop), at === from)}[^${annotation.number}]`
    at = stop
  }
  out += escapedText(text.slice(at, end), at === from)
  // Behind a reference a colon would make it a footnote, a bracket a link; an empty line needs no sign of a break.
  return out.replaceAll(/(?<!\\)(\[\^\d+\])(?=[:(])/g, '$1\\').replaceAll(/(?:\\\n){2,}/g, '\n\n')
}

/** Words on one line: a line break inside them would begin a block. */
const oneLine = (words: string) => words.replaceAll(/\s*[\n\r]\s*/g, ' ')
const inline = (words: string) => escapeMarkdown(oneLine(words))
const line = (words: string) => escapeMarkdownLine(oneLine(words))
const quoted = (words: string) => `“${inline(words)}”`

/** The parts of a footnote, each a block of its own. */
function* footnoteBlocks(annotation: Numbered): Generator<string> {
  const { label, author, at, state } = headWords(annotation)
  const where = annotation.placed === 'lost' ? ', which has lost its place' : ''
  const who = `${inline(author)}, ${at}${state ? `, ${state}` : ''}`
  yield `**${label}** on ${quoted(quoteWords(annotation))}${where}: ${who}`
  const { body, check, flag, correction, tags, replies } = annotation
  if (check) yield `Claim: ${inline(check.claim)}\n\nVerdict: **${inline(verdictWords(check.verdict))}**`
  if (flag) yield `${line(flagWords(flag))}.\n\n${line(flag.reason)}`
  const closed = closedWords(annotation)
  if (closed) yield line(closed)
  if (correction?.turn) yield `Correction of the turn: ${inline(turnWords(correction.turn))}`
  if (correction && proposesWords(correction))
    yield `Correction: ~~${inline(correction.from)}~~ → ${quoted(correction.to)}`
  if (body) yield bodyToMarkdown(body)
  for (const row of check?.evidence ?? []) {
    const { source, quote, note } = row
    const title = source.url
      ? `[${inline(source.title)}](<${source.url.replace(/[<>\\\s]/g, encodeURIComponent)}>)`
      : inline(source.title)
    const words = [quote && quoted(quote), note && inline(note)].filter(Boolean)
    yield `- ${[title, ...words, inline(evidenceWords(row))].join(' — ')}`
  }
  for (const reply of replies) {
    const said = bodyToMarkdown(reply.body)
      .split('\n')
      .map((words) => `> ${words}`.trimEnd())
    yield `Reply by ${inline(reply.author.name)}, ${moment(reply.createdAt)}:\n\n${said.join('\n')}`
  }
  if (tags.length > 0) yield `Tags: ${tags.map(inline).join(', ')}`
}

const footnote = (annotation: Numbered): string => {
  const indented = [...footnoteBlocks(annotation)].join('\n\n').replace(/\n(?!\n|$)/g, '\n    ')
  return `[^${annotation.number}]: ${indented}\n\n`
}

/** The text as Markdown that renders as the same characters, each annotation a footnote behind the words it is on. */
export const markdown: ExportFormat = {
  name: 'markdown',
  label: 'Markdown',
  extension: 'md',
  mediaType: 'text/markdown; charset=utf-8',
  *write(input) {
    const { transcript, revision, signOffs } = input
    yield `# ${line(transcript.title)}\n\n`
    yield `${[...about(input), ...proof(input)].map(([name, words]) => `- ${name}: ${inline(words)}`).join('\n')}\n\n`
    yield `**${openWords(input.annotations)}**\n\n`
    if (signOffs.length > 0)
      yield `**Review**\n\n${signOffs.map((decision) => `- ${line(decisionWords(decision))}`).join('\n')}\n\n`
    yield '---\n\n'
    const annotations = numbered(input.annotations)
    for (const paragraph of annotatedParagraphs(input, annotations)) {
      yield `${paragraphLines(revision.text, paragraph)}\n\n`
    }
    if (annotations.length > 0) yield '---\n\n'
    const lost = annotations.filter((annotation) => annotation.placed === 'lost')
    if (lost.length > 0) yield `Without a place in the text: ${lost.map(({ number }) => `[^${number}]`).join(' ')}\n\n`
    const inOrder = [...annotations].sort((a, b) => a.number - b.number)
    for (const annotation of inOrder) yield footnote(annotation)
  },
}
