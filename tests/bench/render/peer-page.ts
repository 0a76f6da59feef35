import { createTextAnnotator, Origin, type TextAnnotation } from '@recogito/text-annotator'
import '@recogito/text-annotator/text-annotator.css'
import { readTextDom } from '@/components/transcript/text-dom'
import type { PeerMark } from './peer-server'

// The peer's page, in the browser: @recogito/text-annotator over the same text in the same nested blocks, at its best. The
// annotations come beside the text, their ranges are made ready by our own reader of the text (its own way through the whole
// text for each takes minutes), and all go in by its bulk path in one call, drawn by its default renderer.

const annotationOf = ({ id, start, end, note }: PeerMark, range: Range): TextAnnotation => ({
  id,
  bodies: [{ id: `${id}-kind`, annotation: id, purpose: 'tagging', value: note ? 'note' : 'other' }],
  target: { annotation: id, selector: [{ quote: '', start, end, range }] },
})

const begin = async () => {
  const asked = fetch(document.querySelector<HTMLLinkElement>('link[as=fetch]')?.href ?? '')
  const marks: readonly PeerMark[] = await (await asked).json()
  const article = document.querySelector('article') as HTMLElement
  const dom = readTextDom(article)
  const annotator = createTextAnnotator(article, { annotatingEnabled: true })
  const ready = (mark: PeerMark) => annotationOf(mark, dom.range(mark) as Range)
  // As what came from elsewhere, as its own loading has it: as an act to be undone it throws in the page's first 250 ms.
  annotator.state.store.bulkAddAnnotations(marks.map(ready), true, Origin.REMOTE)

  const isNote = (annotation: TextAnnotation) => annotation.bodies.some(({ value }) => value === 'note')
  const peer = {
    add: (start: number, end: number) => {
      const id = crypto.randomUUID()
      annotator.state.store.addAnnotation(ready({ id, start, end, note: false }))
      return id
    },
    onlyNotes: (only: boolean) => annotator.setFilter(only ? (isNote as never) : undefined),
    at: (x: number, y: number) => {
      const box = article.getBoundingClientRect()
      return annotator.state.store.getAt(x - box.left, y - box.top, false)?.id ?? null
    },
    shownAt: (id: string) => article.querySelector(`.r6o-annotation[data-annotation="${id}"]`) !== null,
  }
  Object.assign(window, { peer })
  return peer
}

/** What the benchmark does with the peer. */
export type Peer = Awaited<ReturnType<typeof begin>>

void begin()
