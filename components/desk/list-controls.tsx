'use client'
import { NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, useTransition } from 'react'
import { stateLabels } from '@/components/ui/state-pill'
import { type TranscriptState, transcriptStates } from '@/lib/transcript/transcript'
import classes from './list-controls.module.css'
import { type ListQuery, type Sort, sorts, toSearch } from './list-query'

// Published is reached by publishing, which the desk does not offer yet.
const shown = transcriptStates.filter((state) => state !== 'published')

type Props = { readonly path: string; readonly query: ListQuery }

/** Search by title, filter by state, order. Every choice is an address, so that it can be kept and shared. */
export const ListControls = ({ path, query }: Props) => {
  const router = useRouter()
  const [typed, setTyped] = useState(query.q)
  const field = useRef<HTMLInputElement>(null)
  // The address changes by other ways too; while one types, one's own letters win.
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(query.q)
  }, [query.q])
  const [busy, begin] = useTransition()
  const go = (changed: Partial<ListQuery>) =>
    begin(() => router.replace(`${path}${toSearch({ ...query, q: typed, ...changed })}`, { scroll: false }))
  const search = useDebouncedCallback((q: string) => go({ q }), 250)
  return (
    <search className={classes.controls} aria-busy={busy}>
      <TextInput
        ref={field}
        aria-label="Search by title"
        placeholder="Search by title"
        type="search"
        className={classes.search}
        leftSection={<IconSearch size={15} aria-hidden="true" />}
        value={typed}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value)
          search(value)
        }}
      />
      <nav aria-label="State" className={classes.states}>
        <Chip href={`${path}${toSearch({ ...query, state: null })}`} label="All" here={query.state === null} />
        {shown.map((state: TranscriptState) => (
          <Chip
            key={state}
            href={`${path}${toSearch({ ...query, state })}`}
            label={stateLabels[state]}
            here={query.state === state}
          />
        ))}
      </nav>
      <NativeSelect
        aria-label="Sort by"
        className={classes.sort}
        value={query.sort}
        onChange={({ currentTarget: { value } }) => go({ sort: value as Sort })}
        data={Object.entries(sorts).map(([value, label]) => ({ value, label }))}
      />
    </search>
  )
}

const Chip = ({ href, label, here }: { readonly href: string; readonly label: string; readonly here: boolean }) => (
  <Link href={href} className={classes.chip} aria-current={here ? 'true' : undefined} scroll={false} replace>
    {label}
  </Link>
)
