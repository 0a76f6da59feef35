'use client'
import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { type Page, request } from '@/components/api/client'
import { notify, notifyProblem } from '@/components/ui/notice'
import { RelativeTime } from '@/components/ui/time'
import type { TranscriptSummary } from '@/lib/transcript/transcript'
import { ShowMore } from './show-more'
import classes from './table.module.css'
import { TableHead } from './table-head'
import { usePages } from './use-pages'

type Props = { readonly first: Page<TranscriptSummary>; readonly desk: string }

/** What was moved to the trash, with a way back for each. */
export const TrashTable = ({ first, desk }: Props) => {
  const router = useRouter()
  const { items, drop, ...more } = usePages(first, `/desks/${desk}/transcripts?trash=true`, ({ id }) => id)
  const [busy, setBusy] = useState<string | null>(null)
  const restore = async ({ id, title }: TranscriptSummary) => {
    setBusy(id)
    try {
      await request('POST', `/transcripts/${id}/restore`)
      drop(id)
      notify(`“${title}” is back among the transcripts.`)
    } catch (error) {
      notifyProblem(error)
    }
    setBusy(null)
    router.refresh()
  }
  return (
    <>
      <table className={classes.table} data-middle>
        <TableHead columns={['Title', { name: 'Words', figure: true }, 'Moved here']} />
        <tbody>
          {items.map((transcript) => (
            <tr key={transcript.id}>
              <th scope="row" className={classes.main}>
                <span className={classes.title}>{transcript.title}</span>
                {transcript.outlet && <span className={classes.about}>{transcript.outlet}</span>}
              </th>
              <td className={classes.figure} data-name="words">
                {transcript.words.toLocaleString('en-GB')}
              </td>
              <td className={classes.when}>{transcript.deletedAt && <RelativeTime at={transcript.deletedAt} />}</td>
              <td className={classes.menu} data-wide>
                <Button
                  variant="default"
                  size="compact-sm"
                  loading={busy === transcript.id}
                  onClick={() => restore(transcript)}
                  aria-label={`Restore ${transcript.title}`}
                >
                  Restore
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ShowMore {...more} />
    </>
  )
}
