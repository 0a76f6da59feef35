'use client'
import { Button, TextInput } from '@mantine/core'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useState } from 'react'
import classes from './history.module.css'
import { addressOf, type HistoryQuery } from './history-query'

type Props = {
  readonly transcriptId: string
  readonly head: number
  readonly query: HistoryQuery
  /** What the first revision is called: "printed" or "imported". */
  readonly came: string
  /** Called once two revisions are typed in; with true where they are shown already. */
  readonly onChosen: (isShown: boolean) => void
}

/** Which two revisions are compared, and how that is shown. Every choice is an address, so that it can be kept and shared. */
export const ChooseRevisions = ({ transcriptId, head, query, came, onChosen }: Props) => {
  const router = useRouter()
  const [typed, setTyped] = useState({ from: String(query.from), to: String(query.to) })
  useEffect(() => setTyped({ from: String(query.from), to: String(query.to) }), [query.from, query.to])
  const to = (changed: Partial<HistoryQuery>) => addressOf(transcriptId, { ...query, ...changed })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const asked = { from: Number(typed.from), to: Number(typed.to) }
    onChosen(asked.from === query.from && asked.to === query.to)
    router.push(to(asked), { scroll: false })
  }
  const field = (name: 'from' | 'to', label: string) => (
    <TextInput
      type="number"
      label={label}
      required
      min={1}
      max={head}
      inputMode="numeric"
      className={classes.field}
      value={typed[name]}
      onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, [name]: value }))}
    />
  )
  const whole = query.from === 1 && query.to === head && query.view === 'side'
  return (
    <div className={classes.choose}>
      <form onSubmit={submit} className={classes.pair} aria-label="Compare two revisions">
        {field('from', 'Compare revision')}
        {field('to', 'with')}
        <Button type="submit" variant="default">
          Show
        </Button>
      </form>
      <nav aria-label="How it is shown" className={classes.views}>
        <Link
          href={to({ view: 'one' })}
          scroll={false}
          prefetch={false}
          aria-current={query.view === 'one' ? 'true' : undefined}
        >
          In one text
        </Link>
        <Link
          href={to({ view: 'side' })}
          scroll={false}
          prefetch={false}
          aria-current={query.view === 'side' && !whole ? 'true' : undefined}
        >
          Side by side
        </Link>
        <Link
          href={to({ from: 1, to: head, view: 'side' })}
          scroll={false}
          prefetch={false}
          aria-current={whole ? 'true' : undefined}
        >
          As {came} beside as corrected
        </Link>
      </nav>
    </div>
  )
}
