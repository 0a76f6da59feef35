import { bodyToMarkdown } from '@/lib/annotation/body-markdown'
import { escapeMarkdown, escapeMarkdownLine } from '@/lib/text/escape'
import type { ExportFormat } from './format'
import { type AnnotatedParagraph, annotatedParagraphs, type Numbered, numbered } from './placed'
import { about, decisionWords, evidenceWords, flagWords, headWords, moment, speakerWords, verdictWords } from './words'

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
    label &&
    speakerWords(label).flatMap((word, index) => (word ? [index === 0 ? `**${escapeMarkdown(word)}**` : word] : []))
  let out = heading ? `${'#'.repeat(Math.min(heading.level + 1, 6))} ` : ''
  if (label) out += speaker?.length ? `${speaker.join(' ')}  \n` : escapedText(text.slice(label.start, label.end), true)
  let at = from
  for (const annotation of ending) {
    const stop = Math.min(Math.max(annotation.end, at), end)
    out += `${escapedText(text.slice(at, stop), at === from)}[^${annotation.number}]`
    at = stop
  }
  return out + escapedText(text.slice(at, end), at === from)
}

const line = (words: string) => escapeMarkdownLine(words.replace(/\s*\n\s*/g, ' '))
const quoted = (words: string) => `“${escapeMarkdown(words.replace(/\s*\n\s*/g, ' '))}”`

/** The parts of a footnote, each a block of its own. */
function* footnoteBlocks(annotation: Numbered): Generator<string> {
  const { label, author, at, state } = headWords(annotation)
  const where = annotation.placed === 'lost' ? ', which has lost its place' : ''
  const who = `${escapeMarkdown(author)}, ${at}${state ? `, ${state}` : ''}`
  yield `**${label}** on ${quoted(annotation.anchor.exact)}${where}: ${who}`
  const { body, check, flag, correction, tags, replies } = annotation
  if (check)
    yield `Claim: ${escapeMarkdown(check.claim)}\n\nVerdict: **${escapeMarkdown(verdictWords(check.verdict))}**`
  if (flag) yield `${line(flagWords(flag))}.\n\n${line(flag.reason)}`
  if (flag?.dismissedFor) yield `Dismissed: ${line(flag.dismissedFor)}`
  if (correction) yield `Correction: ~~${escapeMarkdown(correction.from)}~~ → ${quoted(correction.to)}`
  if (body) yield bodyToMarkdown(body)
  for (const row of check?.evidence ?? []) {
    const { source, quote, note } = row
    const title = source.url
      ? `[${escapeMarkdown(source.title)}](<${source.url.replace(/[<>\\\s]/g, encodeURIComponent)}>)`
      : escapeMarkdown(source.title)
    const words = [quote && quoted(quote), note && escapeMarkdown(note.replace(/\s*\n\s*/g, ' '))].filter(Boolean)
    yield `- ${[title, ...words, escapeMarkdown(evidenceWords(row))].join(' — ')}`
  }
  for (const reply of replies) {
    const said = bodyToMarkdown(reply.body)
      .split('\n')
      .map((words) => `> ${words}`.trimEnd())
    yield `Reply by ${escapeMarkdown(reply.author.name)}, ${moment(reply.createdAt)}:\n\n${said.join('\n')}`
  }
  if (tags.length > 0) yield `Tags: ${tags.map(escapeMarkdown).join(', ')}`
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
    yield `${about(input)
      .map(([name, words]) => `- ${name}: ${escapeMarkdown(words)}`)
      .join('\n')}\n\n`
    if (signOffs.length > 0) yield `${signOffs.map((decision) => `- ${line(decisionWords(decision))}`).join('\n')}\n\n`
    yield '---\n\n'
    const annotations = numbered(input.annotations)
    for (const paragraph of annotatedParagraphs(input, annotations)) {
      yield `${paragraphLines(revision.text, paragraph)}\n\n`
    }
    if (annotations.length > 0) yield '---\n\n'
    const lost = annotations.filter((annotation) => annotation.placed === 'lost')
    if (lost.length > 0) yield `Without a place in the text: ${lost.map(({ number }) => `[^${number}]`).join(' ')}\n\n`
    for (const annotation of annotations) yield footnote(annotation)
  },
}
