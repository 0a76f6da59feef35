'use client'

import { Button } from '@mantine/core'
import { memo, useCallback, useEffect, useRef, useState } from 'react'
import { ApiProblem } from '@/components/api/client'
import type { TextPort } from '@/components/api/text-port'
import { Problem } from '@/components/ui/problem'
import type { Mark } from '@/lib/annotation/annotation'
import { takeHtml } from '@/lib/transcript/html-shelf'
import { createReading } from './create-reading'
import { loadText } from './load-text'
import { textOnPage } from './text-on-page'
import './reading.css'
import type { Reading, ReadingEvents } from './reading'

type Props = {
  readonly transcriptId: string
  readonly revision: number
  /** Under which the server keeps the HTML: `htmlKey(transcriptId, revision)`. Another key is another text. */
  readonly textKey: string
  /** BCP 47, for hyphens, quotation marks and voices. */
  readonly lang?: string | null
  /** Of those that are shown: on the first screens they come with the text. Later ones come by `Reading.setMarks`. */
  readonly firstMarks?: readonly Mark[]
  /** Called once the text stands in the page, and with null when it goes. */
  readonly onReady: (reading: Reading | null) => void
  /** Called with what follows corrections, once the text stands in the page, and with null when it goes. */
  readonly onText: (port: TextPort | null) => void
  readonly events: ReadingEvents
}

/**
 * The text of a transcript. React never receives it: while rendering on the server it is taken from the process's
 * cache, in the browser the article is left as it came, and everything in it is done by plain DOM code. When it arrives
 * empty, as after a navigation inside the page, the same HTML is fetched.
 */
export const ReadingView = ({ textKey, ...props }: Props) => <Text key={textKey} textKey={textKey} {...props} />

const Text = ({ transcriptId, revision, textKey, lang, firstMarks, onReady, onText, events }: Props) => {
  const article = useRef<HTMLElement>(null)
  const now = useRef({ events, onReady, onText, firstMarks, revision })
  now.current = { events, onReady, onText, firstMarks, revision }
  const [problem, setProblem] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [loading, setLoading] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt tries again.
  useEffect(() => {
    const element = article.current
    if (!element) return
    const end = new AbortController()
    let reading: Reading | null = null
    const load = (number: number) => loadText(transcriptId, number, end.signal)
    const remake = (write: () => void) => {
      reading?.destroy()
      write()
      reading = createReading(element, () => now.current.events)
      now.current.onReady(reading)
    }
    const begin = () => {
      reading = createReading(element, () => now.current.events)
      if (now.current.firstMarks) reading.setMarks(now.current.firstMarks)
      now.current.onReady(reading)
      now.current.onText(textOnPage({ article: element, reading: () => reading, load, remake }))
    }
    const fetchText = async () => {
      setProblem(null)
      setLoading(true)
      try {
        const asked = now.current.revision
        element.innerHTML = await load(asked)
        // Corrected on the way: what came is not what the marks stand in.
        if (now.current.revision !== asked) return await fetchText()
        begin()
      } catch (error) {
        if (!end.signal.aborted)
          setProblem(error instanceof ApiProblem ? error.message : 'The text could not be shown.')
      }
      if (!end.signal.aborted) setLoading(false)
    }
    if (element.firstChild) begin()
    else void fetchText()
    return () => {
      end.abort()
      reading?.destroy()
      if (!reading) return
      now.current.onText(null)
      now.current.onReady(null)
    }
  }, [transcriptId, attempt])

  const retry = useCallback(() => setAttempt((count) => count + 1), [])
  return (
    <div className="reading" aria-busy={loading}>
      {loading && (
        <p className="reading-state" role="status">
          The text is on its way.
        </p>
      )}
      {problem !== null && (
        <div className="reading-state">
          <Problem>The text could not be loaded. {problem} Nothing that was saved is lost.</Problem>
          <Button variant="default" size="xs" mt="xs" onClick={retry}>
            Try again
          </Button>
        </div>
      )}
      <Article article={article} textKey={textKey} lang={lang ?? undefined} firstMarks={firstMarks ?? []} />
    </div>
  )
}

type ArticleProps = {
  readonly article: React.RefObject<HTMLElement | null>
  readonly textKey: string
  readonly lang: string | undefined
  readonly firstMarks: readonly Mark[]
}

/** Rendered once for a text, whatever happens around it. */
const Article = memo(
  ({ article, textKey, lang, firstMarks }: ArticleProps) => (
    <article
      ref={article}
      lang={lang}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: written by transcriptHtml, which escapes every character.
      dangerouslySetInnerHTML={{ __html: typeof window === 'undefined' ? takeHtml(textKey, firstMarks) : '' }}
    />
  ),
  (before, after) => before.textKey === after.textKey,
)
Article.displayName = 'Article'
