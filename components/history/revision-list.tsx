'use client'
import Link from 'next/link'
import type { Page } from '@/components/api/client'
import { ShowMore } from '@/components/desk/show-more'
import { usePages } from '@/components/desk/use-pages'
import { Initials } from '@/components/ui/initials'
import { sizeInWords } from '@/components/ui/size'
import { RelativeTime } from '@/components/ui/time'
import type { RevisionSummary } from '@/lib/transcript/corrected'
import classes from './history.module.css'
import { addressOf, type HistoryQuery } from './history-query'
import { causeWords } from './history-words'

type Props = {
  readonly transcriptId: string
  readonly head: number
  readonly first: Page<RevisionSummary>
  readonly query: HistoryQuery
}

/** Every revision, the newest first; each leads to what it changed. */
export const RevisionList = ({ transcriptId, head, first, query }: Props) => {
  const {
    items,
    drop: _,
    ...more
  } = usePages(first, `/transcripts/${transcriptId}/revisions?sort=newest&limit=20`, ({ number }) => String(number))
  return (
    <nav aria-label="Revisions" className={classes.revisions}>
      <ol reversed start={head}>
        {items.map((revision) => {
          const { number, author, reason, createdAt, file } = revision
          const from = Math.max(1, number - 1)
          return (
            <li key={number}>
              <Link
                href={addressOf(transcriptId, { ...query, from, to: number })}
                scroll={false}
                className={classes.revision}
                aria-current={query.to === number && query.from === from ? 'true' : undefined}
                prefetch={false}
              >
                <span className={classes.number}>
                  Revision {number}
                  {number === head && <span className={classes.present}>the present text</span>}
                </span>
                <span>{causeWords(revision)}</span>
                {reason && <span className={classes.reason}>“{reason}”</span>}
                <span className={classes.by}>
                  <Initials id={author.id} name={author.name} size={16} />
                  <span>
                    by {author.name}, <RelativeTime at={createdAt} />
                  </span>
                </span>
              </Link>
              {file && (
                <a
                  href={`/api/v1/transcripts/${transcriptId}/original?revision=${number}`}
                  className={classes.file}
                  title={`SHA-256 ${file.sha256}`}
                  download
                >
                  {file.name}, {sizeInWords(file.size)}
                </a>
              )}
            </li>
          )
        })}
      </ol>
      <ShowMore {...more} />
    </nav>
  )
}
