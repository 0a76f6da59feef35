import type { Annotation } from '@/lib/annotation/annotation'
import { bodyToHtml } from '@/lib/annotation/body-html'
import { escapeHtml } from '@/lib/text/escape'
import type { Numbered } from './placed'
import { evidenceWords, flagWords, headWords, moment, verdictWords } from './words'

const paragraph = (html: string, name = '') => `<p${name && ` class="${name}"`}>${html}</p>`
const quoted = (words: string) => `<q class="quote">${escapeHtml(words)}</q>`

/** A link where there is an address; schemes other than the web's never come this far, and are not trusted to. */
const linked = (title: string, url: string | null) =>
  url !== null && /^https?:\/\//i.test(url)
    ? `<a href="${escapeHtml(url)}" rel="noopener noreferrer nofollow">${escapeHtml(title)}</a>`
    : escapeHtml(title)

const evidenceHtml = ({ check }: Annotation): string => {
  if (check === undefined || check.evidence.length === 0) return ''
  const rows = check.evidence.map((row) => {
    const words = [row.quote && quoted(row.quote), escapeHtml(row.note)].filter(Boolean).join(' — ')
    const when = `<span class="when">${escapeHtml(evidenceWords(row))}</span>`
    return `<li>${linked(row.source.title, row.source.url)}${words && `: ${words}`}<br>${when}</li>`
  })
  return `<ul>${rows.join('')}</ul>`
}

const threadHtml = ({ replies }: Annotation): string =>
  replies
    .map(({ author, createdAt, body }) => {
      const when = `<span class="when">${escapeHtml(moment(createdAt))}</span>`
      return `<div class="reply">${paragraph(`<strong>${escapeHtml(author.name)}</strong> ${when}`)}${bodyToHtml(body)}</div>`
    })
    .join('')

/** One annotation as a card, with a link back to its words. */
export const noteHtml = (annotation: Numbered, back: boolean): string => {
  const { label, author, at, state } = headWords(annotation)
  const { number, id, anchor, body, check, flag, correction, tags } = annotation
  const sign = back ? `<a href="#r${number}" aria-label="To the words of note ${number}">${number}</a>` : String(number)
  const parts = [
    `<h3>${sign} <span class="${annotation.kind}">${escapeHtml(label)}</span> <small>${escapeHtml(author)}, ${escapeHtml(at)}${state ? `, ${state}` : ''}</small></h3>`,
    paragraph(quoted(anchor.exact)),
    check &&
      `${paragraph(escapeHtml(check.claim))}${paragraph(`Verdict: ${escapeHtml(verdictWords(check.verdict))}`, 'verdict')}`,
    flag && `${paragraph(`${escapeHtml(flagWords(flag))}.`)}${paragraph(escapeHtml(flag.reason))}`,
    flag?.dismissedFor && paragraph(`Dismissed: ${escapeHtml(flag.dismissedFor)}`),
    correction &&
      paragraph(`<del class="correction">${escapeHtml(correction.from)}</del> <ins>${escapeHtml(correction.to)}</ins>`),
    body && bodyToHtml(body),
    evidenceHtml(annotation),
    threadHtml(annotation),
    tags.length > 0 && paragraph(`Tags: ${tags.map(escapeHtml).join(', ')}`, 'when'),
  ]
  return `<section id="n${number}" data-id="${escapeHtml(id)}">${parts.filter(Boolean).join('')}</section>`
}
