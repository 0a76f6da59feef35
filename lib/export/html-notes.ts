import type { Annotation } from '@/lib/annotation/annotation'
import { bodyToHtml } from '@/lib/annotation/body-html'
import { defaultVerdicts } from '@/lib/annotation/kinds'
import { escapeHtml } from '@/lib/text/escape'
import { turnWords } from '@/lib/transcript/turn-words'
import type { Numbered } from './placed'
import {
  closedWords,
  evidenceWords,
  flagWords,
  headWords,
  moment,
  proposesWords,
  quoteWords,
  verdictWords,
} from './words'

/** On which side of the scale a verdict stands; its words say it too. */
const verdictTone = (id: string): 'good' | 'bad' | 'open' => {
  const order = defaultVerdicts.find((verdict) => verdict.id === id)?.order ?? 3
  return order > 3 ? 'good' : order < 3 ? 'bad' : 'open'
}

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
    const source = `<strong>${linked(row.source.title, row.source.url)}</strong>`
    const words = [row.quote && quoted(row.quote), escapeHtml(row.note)].filter(Boolean)
    const when = `<span class="when">${escapeHtml(evidenceWords(row))}</span>`
    return `<li>${[source, ...words, when].join('<br>')}</li>`
  })
  return `<ul class="evidence">${rows.join('')}</ul>`
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
  const { number, id, kind, createdAt, body, check, flag, correction, tags } = annotation
  const sign = back
    ? `<a href="#r${number}" aria-label="Back to the words of note ${number}">${number}</a>`
    : `${number}`
  const when = `<time datetime="${escapeHtml(createdAt)}">${escapeHtml(at)}</time>`
  const open = annotation.state === 'open'
  const said = quoteWords(annotation)
  const closed = closedWords(annotation)
  const replaces = correction !== undefined && proposesWords(correction)
  const repeated = said === flag?.found || (replaces && said === correction.from)
  const parts = [
    `<h3>${sign} <span class="aa ${kind}" aria-hidden="true">Aa</span> ${escapeHtml(label)}${state ? ` <span class="tag${open ? ' open' : ''}">${state}</span>` : ''}</h3>`,
    paragraph(`${escapeHtml(author)} · ${when}`, 'when'),
    !repeated && paragraph(quoted(said)),
    check &&
      `${paragraph(escapeHtml(check.claim))}${paragraph(escapeHtml(verdictWords(check.verdict)), `verdict ${verdictTone(check.verdict)}`)}`,
    flag && `${paragraph(`${escapeHtml(flagWords(flag))}.`)}${paragraph(escapeHtml(flag.reason))}`,
    closed && paragraph(escapeHtml(closed), 'soft'),
    correction?.turn && paragraph(escapeHtml(turnWords(correction.turn))),
    replaces &&
      paragraph(
        `<del>${escapeHtml(correction.from)}</del> ${correction.to === '' ? '(deleted)' : `<ins>${escapeHtml(correction.to)}</ins>`}`,
      ),
    body && bodyToHtml(body),
    evidenceHtml(annotation),
    threadHtml(annotation),
    tags.length > 0 && paragraph(tags.map((tag) => `<span class="tag">${escapeHtml(tag)}</span>`).join(' ')),
  ]
  return `<div class="card" id="n${number}" data-id="${escapeHtml(id)}">${parts.filter(Boolean).join('')}</div>`
}
