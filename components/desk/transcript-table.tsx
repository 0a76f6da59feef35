'use client'
import type { Page } from '@/components/api/client'
import type { Left } from '@/components/api/left-here'
import { Approval } from '@/components/ui/approval'
import { dateInWords } from '@/components/ui/relative'
import { StatePill } from '@/components/ui/state-pill'
import { RelativeTime } from '@/components/ui/time'
import type { TranscriptSummary } from '@/lib/transcript/transcript'
import type { ListQuery } from './list-query'
import { toSearch } from './list-query'
import { openCounts } from './open-counts'
import { ShowMore } from './show-more'
import classes from './table.module.css'
import { TableHead } from './table-head'
import { type MayWithTranscript, TranscriptMenu } from './transcript-menu'
import { useLeftHere } from './use-left-here'
import { usePages } from './use-pages'

type Props = {
  readonly first: Page<TranscriptSummary>
  readonly desk: string
  /** The id of whoever looks. */
  readonly person: string
  readonly query: ListQuery
  readonly may: MayWithTranscript
}

/** The transcripts of a desk, one a row. */
export const TranscriptTable = ({ first, desk, person, query, may }: Props) => {
  const { items, drop, ...more } = usePages(first, `/desks/${desk}/transcripts${toSearch(query)}`, ({ id }) => id)
  const left = useLeftHere(person)
  const order = (sort: ListQuery['sort']) =>
    query.sort === sort ? (sort === 'title' ? 'ascending' : 'descending') : undefined
  return (
    <>
      <table className={classes.table}>
        <TableHead
          columns={[
            { name: 'Title', sort: order('title') },
            'State',
            ...['Open', 'Flags', 'Checks', 'Words'].map((name) => ({ name, figure: true })),
            { name: 'Last change', sort: order('updated') },
          ]}
        />
        <tbody>
          {items.map((transcript) => (
            <Row key={transcript.id} transcript={transcript} left={left.get(transcript.id)} may={may} drop={drop} />
          ))}
        </tbody>
      </table>
      <ShowMore {...more} />
    </>
  )
}

type RowProps = Pick<Props, 'may'> & {
  readonly transcript: TranscriptSummary
  /** How much of one's own is kept in this browser and not sent. */
  readonly left: Left | undefined
  readonly drop: (id: string) => void
}

const Row = ({ transcript, left, may, drop }: RowProps) => {
  const { id, title, outlet, printedOn, state, words, updatedAt, approval, toRepair = 0 } = transcript
  const open = openCounts(transcript.counts)
  const about = [outlet, printedOn && dateInWords(printedOn)].filter(Boolean).join(', ')
  return (
    <tr>
      <th scope="row" className={classes.main}>
        {/* The workbench is a page of its own weight: a plain link, nothing fetched ahead. */}
        <a href={`/transcripts/${id}`} className={classes.title}>
          {title}
        </a>
        {about !== '' && <span className={classes.about}>{about}</span>}
        {approval && (
          <span className={classes.about}>
            <Approval {...approval} />
          </span>
        )}
        {toRepair > 0 && (
          <a href={`/transcripts/${id}/repair`} className={classes.repair}>
            {toRepair === 1 ? '1 annotation to repair' : `${toRepair.toLocaleString('en-GB')} annotations to repair`}
          </a>
        )}
        {left && <span className={classes.left}>{left.writes + left.drafts} not sent, in this browser</span>}
      </th>
      <td data-part="state">
        <StatePill state={state} />
      </td>
      <Figure name="open" count={open.all} />
      <Figure name="flags" count={open.flags} />
      <Figure name="checks" count={open.checks} />
      <Figure name="words" count={words} />
      <td className={classes.when}>
        <RelativeTime at={updatedAt} />
      </td>
      <td className={classes.menu}>
        <TranscriptMenu transcript={transcript} may={may} drop={drop} />
      </td>
    </tr>
  )
}

const Figure = ({ name, count }: { readonly name: string; readonly count: number }) => (
  <td className={classes.figure} data-name={name} data-none={count === 0 || undefined}>
    {count.toLocaleString('en-GB')}
  </td>
)
