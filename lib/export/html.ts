import { kindNames, kinds } from '@/lib/annotation/kinds'
import { escapeHtml } from '@/lib/text/escape'
import { piecesOf } from '@/lib/text/pieces'
import type { AnnotatedTranscript, ExportFormat } from './format'
import { noteHtml } from './html-notes'
import { htmlStyle } from './html-style'
import { type AnnotatedParagraph, annotatedParagraphs, type Numbered, numbered } from './placed'
import { about, countsOf, decisionWords, kindWords, openWords, proof, proposesWords, speakerWords } from './words'

const escaped = (text: string, start: number, end: number) => escapeHtml(text.slice(start, end))

// Marks lie at most so deep, the shortest innermost; and so many begin or end in one paragraph. What is beyond that is not
// tinted, or a text with a thousand marks over all of it would never end; its number and its note stand as ever.
const deepest = 4
const most = 1_000

const shortest = (annotations: readonly Numbered[], count: number): readonly Numbered[] =>
  annotations.length <= count
    ? annotations
    : [...annotations].sort((a, b) => a.end - a.start - (b.end - b.start)).slice(0, count)

/** The annotations whose marks are drawn from `start` to `end`, in document order. */
const drawn = (touching: readonly Numbered[], start: number, end: number): readonly Numbered[] => {
  const isAcross = (annotation: Numbered) => annotation.start <= start && end <= annotation.end
  const across = shortest(touching.filter(isAcross), deepest)
  const within = shortest(
    touching.filter((annotation) => !isAcross(annotation)),
    most,
  )
  const kept = new Set([...across, ...within])
  return touching.filter((annotation) => kept.has(annotation))
}

/** The words from `start` to `end`, each stretch within the marks of the annotations it lies under. */
const markedHtml = (text: string, start: number, end: number, paragraph: AnnotatedParagraph): string => {
  const stops = new Map<number, string>()
  for (const annotation of paragraph.ending) {
    const at = Math.min(Math.max(annotation.end, start), end)
    stops.set(at, (stops.get(at) ?? '') + referenceHtml(annotation))
  }
  const pieces = piecesOf(drawn(paragraph.touching, start, end), { start, end })
  const cuts = new Set([start, end, ...stops.keys(), ...pieces.flatMap((piece) => [piece.start, piece.end])])
  const places = [...cuts].sort((a, b) => a - b)
  let out = stops.get(start) ?? ''
  let next = 0
  for (const [index, from] of places.slice(0, -1).entries()) {
    const to = places[index + 1] ?? end
    while (pieces[next] !== undefined && (pieces[next]?.end ?? 0) <= from) next += 1
    const piece = pieces[next]
    const marks = piece !== undefined && piece.start <= from ? piece.marks.slice(-deepest) : []
    out += marks.reduceRight((inner, mark) => `<mark class="${lookOf(mark)}">${inner}</mark>`, escaped(text, from, to))
    if (to !== start) out += stops.get(to) ?? ''
  }
  return out
}

/** The words that are proposed and not decided about: what is accepted stands in the text, what is rejected is to stay out of it. */
const pendingIn = ({ state, correction }: Numbered): string | null =>
  correction !== undefined && state === 'open' && proposesWords(correction) ? correction.to : null

/** How a mark looks: words are struck through only where others are proposed for them. */
const lookOf = (mark: Numbered): string =>
  mark.kind === 'correction' && pendingIn(mark) === null ? 'corrected' : mark.kind

const referenceHtml = (annotation: Numbered): string => {
  const { number, kind } = annotation
  const pending = pendingIn(annotation)
  const replacement = pending === null ? '' : ` <ins>${escapeHtml(pending)}</ins>`
  const words = `${kinds[kind].label} ${number}`
  return `${replacement}<sup><a id="r${number}" href="#n${number}" aria-label="${words}">${number}</a></sup>`
}

const rowHtml = (text: string, paragraph: AnnotatedParagraph): string => {
  const { start, end, label, heading, ending } = paragraph
  const from = label?.end ?? start + (heading?.signs ?? 0)
  const [name, time] = label ? speakerWords(label) : []
  const shown = label && !name && !time ? escaped(text, label.start, label.end) : escapeHtml(name ?? '')
  const who = label ? `<span class="who">${shown}${time ? `<time>${time}</time>` : ''}</span>` : ''
  const words = markedHtml(text, from, end, paragraph)
  const spaced = /\n| {2}|\t/.test(text.slice(from, end)) ? ' class="w"' : ''
  const tag = heading ? `h${Math.min(heading.level + 1, 6)}` : 'p'
  const notes =
    ending.length > 0
      ? `<div class="notes">${ending.map((annotation) => noteHtml(annotation, true)).join('')}</div>`
      : ''
  return `<div class="row"><div>${who}<${tag}${spaced} dir="auto">${words}</${tag}></div>${notes}</div>\n`
}

// Rows that a browser lays out together once they come near its window.
const rowsInBlock = 40

function* bodyHtml(input: AnnotatedTranscript, annotations: readonly Numbered[]): Generator<string> {
  let count = 0
  for (const paragraph of annotatedParagraphs(input, annotations)) {
    if (count % rowsInBlock === 0) yield `${count > 0 ? '</div>\n' : ''}<div class="block">\n`
    count += 1
    yield rowHtml(input.revision.text, paragraph)
  }
  if (count > 0) yield '</div>\n'
  const lost = annotations.filter((annotation) => annotation.placed === 'lost')
  if (lost.length === 0) return
  yield '<section class="notes lost"><h2>Without a place in the text</h2>'
  for (const annotation of lost) yield noteHtml(annotation, false)
  yield '</section>\n'
}

const listHtml = (rows: readonly (readonly [string, string])[]): string => {
  const items = rows.map(([name, words]) => {
    const linked = /^https?:\/\/\S+$/i.test(words)
    const value = linked
      ? `<a href="${escapeHtml(words)}" rel="noopener noreferrer nofollow">${escapeHtml(words)}</a>`
      : escapeHtml(words)
    return `<div><dt>${escapeHtml(name)}</dt><dd dir="auto">${value}</dd></div>`
  })
  return `<dl>${items.join('\n')}</dl>`
}

const legendHtml = ({ annotations }: AnnotatedTranscript): string => {
  const counts = countsOf(annotations)
  const items = kindNames.flatMap((kind) => {
    const count = counts.get(kind) ?? 0
    return count === 0 ? [] : [`<li><mark class="${kind}">Aa</mark> ${kindWords(kind, count)}</li>`]
  })
  return items.length === 0 ? '' : `<ul class="legend" aria-label="Marks in the text">${items.join('')}</ul>`
}

const headHtml = (input: AnnotatedTranscript): string => {
  const { transcript, signOffs } = input
  const title = escapeHtml(transcript.title)
  const decisions = signOffs.map(
    (decision) => `<li${decision.stands ? ' class="stands"' : ''}>${escapeHtml(decisionWords(decision))}</li>`,
  )
  return `<!doctype html>
<html lang="${escapeHtml(transcript.language ?? 'en')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${htmlStyle}</style>
</head>
<body>
<header>
<h1 dir="auto">${title}</h1>
${listHtml(about(input))}
${decisions.length > 0 ? `<ul class="decisions" aria-label="Review">${decisions.join('')}</ul>` : ''}
<p class="still">${openWords(input.annotations)}</p>
${legendHtml(input)}
</header>
<main>
`
}

const footHtml = (input: AnnotatedTranscript): string =>
  `</main>\n<footer>${listHtml(proof(input))}<p>Made with Verbatim, the fact-check desk for transcripts.</p></footer>\n</body>\n</html>\n`

/** One page that needs nothing else: the text with its marks, and each note beside the paragraph it belongs to. */
export const html: ExportFormat = {
  name: 'html',
  label: 'Web page',
  extension: 'html',
  mediaType: 'text/html; charset=utf-8',
  *write(input) {
    yield headHtml(input)
    yield* bodyHtml(input, numbered(input.annotations))
    yield footHtml(input)
  },
}
