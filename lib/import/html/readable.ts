import { Readability } from '@mozilla/readability'

/**
 * Pages that are larger or deeper are read whole: the time Readability takes grows with the square of some pages, and it
 * calls itself as deep as they are. News pages have some thousand elements.
 */
const limits = { elements: 15_000, depth: 250, both: 600_000 } as const

/** What numbers the elements of a page, so that those which Readability keeps can be found again. */
const numbered = 'data-import-number'

/** Class names and ids of what stands beside an article. After Readability's own list. */
const beside =
  /\b(?:ad|ads|advert\w*|banner|breadcrumbs?|byline-share|combx|comment(?:s|-list|-form)?|community|consent|cookies?|disqus|footer|gdpr|masthead|menu|modal|nav\w*|newsletter|outbrain|pager|popup|promo|recommended|related|rss|share|sharing|shoutbox|sidebar|skip|social|sponsor\w*|subscri\w*|taboola|tags|toolbar|widget)\b/i

/** The part of a page to read: an element, and which elements in it are left out. */
export type Readable = {
  readonly root: Element
  readonly leftOut: (element: Element) => boolean
  /** Why the page is read whole; empty where an article was found. */
  readonly whole: string
  readonly title: string
  readonly outlet: string
  readonly published: string
}

const path = (element: Element): Element[] => {
  const line: Element[] = []
  for (let one: Element | null = element; one; one = one.parentElement) line.push(one)
  return line.reverse()
}

/** Whether most of an element's words are those of links. */
const isLinks = (element: Element): boolean => {
  const words = element.textContent?.trim().length ?? 0
  let linked = 0
  for (const link of element.querySelectorAll('a')) linked += link.textContent?.trim().length ?? 0
  return words > 0 && linked > words * 0.5
}

/** What Readability makes of a page; null where it finds nothing, or gives up on what nobody would call a page. */
const parsed = (document: Document) => {
  try {
    return new Readability(document, { serializer: (node) => node as Element }).parse()
  } catch {
    return null
  }
}

/**
 * Finds the article of a page. Mozilla's Readability says where it is; but it also drops paragraphs that it takes for
 * clutter, and a transcript must not lose a line. So the smallest element that holds all it kept is read whole, without
 * what Readability dropped and what also looks like menus, links or advertising.
 */
export const findReadable = (
  document: Document,
  size: { readonly elements: number; readonly depth: number },
): Readable => {
  const body = document.body ?? document.documentElement
  const page = { root: body, leftOut: () => false, whole: '', title: '', outlet: '', published: '' }
  if (size.elements > limits.elements || size.depth > limits.depth || size.elements * size.depth > limits.both)
    return {
      ...page,
      whole: 'The page is too large or too deeply nested to look for the article in it: all of it was read.',
    }
  let number = 0
  const all = [...document.querySelectorAll('*')]
  for (const element of all) element.setAttribute(numbered, String(number++))
  const article = parsed(document.cloneNode(true) as Document)
  if (!article?.content) return page
  const kept = new Set<number>()
  let common: Element[] | undefined
  for (const element of article.content.querySelectorAll(`[${numbered}]`)) {
    const at = Number(element.getAttribute(numbered))
    kept.add(at)
    const original = all[at]
    if (!original || element.firstElementChild || !element.textContent?.trim()) continue
    const line = path(original)
    const shared = common?.findIndex((one, depth) => one !== line[depth]) ?? -1
    common = common === undefined ? line : shared === -1 ? common.slice(0, line.length) : common.slice(0, shared)
  }
  const about = { title: article.title ?? '', outlet: article.siteName ?? '', published: article.publishedTime ?? '' }
  const articles = document.querySelectorAll('article')
  const found = common?.at(-1) ?? body
  const only = articles.length === 1 ? (articles[0] as Element) : undefined
  const root = only?.contains(found) ? only : body.contains(found) ? found : body
  const clutter = new Map<Element, boolean>()
  const leftOut = (element: Element): boolean => {
    if (kept.has(Number(element.getAttribute(numbered)))) return false
    const known = clutter.get(element)
    if (known !== undefined) return known
    const names = `${element.getAttribute('class') ?? ''} ${element.id ?? ''}`
    const isBlock = /^(?:ASIDE|DIV|DL|FIGURE|FOOTER|FORM|OL|SECTION|TABLE|UL)$/.test(element.tagName)
    const answer = isBlock && (beside.test(names) || element.tagName === 'ASIDE' || isLinks(element))
    clutter.set(element, answer)
    return answer
  }
  return { ...about, root, leftOut, whole: '' }
}
