'use client'
import { Button } from '@mantine/core'

type Props = { readonly next: string | null; readonly busy: boolean; readonly showMore: () => void }

/** The button under a list that goes on. */
export const ShowMore = ({ next, busy, showMore }: Props) =>
  next === null ? null : (
    <Button variant="default" onClick={showMore} loading={busy} mt={14}>
      Show more
    </Button>
  )
