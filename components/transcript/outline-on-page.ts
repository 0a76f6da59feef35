import { headingOf, type Outline, type Spoken, speakersOf } from '@/lib/transcript/outline'
import { nameIn } from './speaker-turns'

/** The outline of the text as it stands on the page, and how many turns it has: read anew once it was corrected. */
export const outlineOnPage = (article: Element): { readonly outline: Outline; readonly turns: number } => {
  const spoken: Spoken[] = []
  const headings: Outline['headings'][number][] = []
  let turns = 0
  for (const paragraph of article.querySelectorAll<HTMLElement>('[data-s][id]')) {
    const start = Number(paragraph.dataset.s)
    turns = Number(paragraph.id.slice(1))
    const label = paragraph.firstElementChild
    if (label?.tagName === 'B') spoken.push({ speaker: nameIn(label), start })
    else if (paragraph.tagName !== 'P') {
      const words = paragraph.textContent ?? ''
      const heading = headingOf(words, { start: 0, end: words.length }, turns - 1)
      if (heading) headings.push({ ...heading, start, end: start + heading.end })
    }
  }
  return { outline: { headings, speakers: speakersOf(spoken) }, turns }
}
