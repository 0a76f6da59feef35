import { quotedLast } from '@/lib/text/quoted'
import type { ImportedComment, Remark, Watch } from '../format'
import { counted } from '../notes'
import { joinBlocks, type Placed } from './block'
import type { Story } from './story'
import { isOn } from './styles'
import { type Part, readXml } from './xml'

/** What the parts beside word/comments.xml say, by the `paraId` of a comment's last paragraph. */
export type Threads = {
  readonly parents: ReadonlyMap<string, string>
  readonly done: ReadonlySet<string>
  /** Times in UTC; those of the comments themselves are the writer's own clock, whatever they say. */
  readonly times: ReadonlyMap<string, string>
}

/** Reads commentsExtended, commentsIds and commentsExtensible, as far as they are there. */
export const readThreads = async (parts: readonly (Part | undefined)[], watch: Watch): Promise<Threads> => {
  const parents = new Map<string, string>()
  const done = new Set<string>()
  const durable = new Map<string, string>()
  const dated = new Map<string, string>()
  for (const part of parts) {
    if (!part) continue
    const open = (name: string, attribute: (name: string) => string | undefined) => {
      if (name === 'w15:commentEx') {
        const [id, parent] = [attribute('w15:paraId'), attribute('w15:paraIdParent')]
        if (id !== undefined && parent !== undefined) parents.set(id, parent)
        if (id !== undefined && isOn(attribute('w15:done') ?? '0')) done.add(id)
      } else if (name === 'w16cid:commentId') {
        durable.set(attribute('w16cid:durableId') ?? '', attribute('w16cid:paraId') ?? '')
      } else if (name === 'w16cex:commentExtensible') {
        dated.set(attribute('w16cex:durableId') ?? '', attribute('w16cex:dateUtc') ?? '')
      }
    }
    await readXml(part, { open, close: () => undefined, text: () => undefined }, watch)
  }
  const times = new Map([...dated].flatMap(([id, at]) => (durable.has(id) ? [[durable.get(id) as string, at]] : [])))
  return { parents, done, times }
}

/** A time of Word's as ISO 8601 in UTC; nothing where it is none. */
const timeOf = (given: string | undefined): string | undefined => {
  const found = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(given ?? '')
  const time = found ? new Date(found[1] ? found[0] : `${found[0]}Z`) : undefined
  return time === undefined || Number.isNaN(time.getTime()) ? undefined : time.toISOString()
}

type Read = { readonly story: Story; readonly remark: Remark }

/**
 * The comments of a document on the ranges of its text, in the order of the text: answers with the comment they answer,
 * one level deep as Word shows them. A comment that stands nowhere in the text is told in a note, with its words.
 */
export const placeComments = (
  stories: readonly Story[],
  ranges: ReadonlyMap<string, Placed>,
  { parents, done, times }: Threads,
): { readonly comments: ImportedComment[]; readonly notes: string[] } => {
  const read = stories.map((story): Read => {
    const at = timeOf(times.get(story.paragraph ?? '')) ?? timeOf(story.attributes.date)
    const text = joinBlocks(story.blocks, '\n').words.trim()
    const author = story.attributes.author?.trim() || 'Unknown'
    return { story, remark: { author, text, ...(at !== undefined && { at }) } }
  })
  const byParagraph = new Map(read.flatMap((one) => (one.story.paragraph ? [[one.story.paragraph, one]] : [])))
  const rootOf = (one: Read): Read => {
    let root = one
    for (const seen = new Set<Read>(); !seen.has(root); ) {
      seen.add(root)
      root = byParagraph.get(parents.get(root.story.paragraph ?? '') ?? '') ?? root
    }
    return root
  }
  const threads = new Map<Read, Remark[]>()
  for (const one of read) {
    const root = rootOf(one)
    const replies = threads.get(root) ?? []
    threads.set(root, replies)
    if (root !== one) replies.push(one.remark)
  }
  const comments: ImportedComment[] = []
  const [lost, wide]: [Read[], Read[]] = [[], []]
  for (const [root, replies] of threads) {
    const range = ranges.get(root.story.id)
    if (!range) lost.push(root)
    else {
      if (!range.exact) wide.push(root)
      const { start, end } = range
      comments.push({ ...root.remark, start, end, replies, resolved: done.has(root.story.paragraph ?? '') })
    }
  }
  const notes = []
  if (wide.length > 0)
    notes.push(
      `${counted(wide.length, 'comment')} ${wide.length === 1 ? 'has' : 'have'} no words of the text marked and ${wide.length === 1 ? 'is' : 'are'} put on the whole paragraph.`,
    )
  for (const { remark } of lost.slice(0, 20))
    notes.push(`A comment by ${remark.author} stands nowhere in the text and was left out: ${quotedLast(remark.text)}`)
  if (lost.length > 20) notes.push(`${counted(lost.length - 20, 'more comment')} of that kind.`)
  return { comments: comments.sort((a, b) => a.start - b.start || a.end - b.end), notes }
}
