'use client'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { focusText } from '@/components/annotation/focus'
import { useCodebook } from '@/components/annotation/use-codebook'
import { useTranscript } from '@/components/api/store-context'
import { TagDot } from '@/components/ui/tag-dot'
import { type Offer, offersAt } from '@/lib/annotation/filter-offers'
import type { TagColour } from '@/lib/annotation/tag-colours'
import styles from './filter-words.module.css'
import { useFilterChoices, useKnown } from './use-filter-choices'
import { useFilterWords } from './use-filter-words'
import { useSay } from './use-say'

const number = new Intl.NumberFormat('en')

/** An answer that comes within this, in milliseconds, needs no word that it is being waited for. */
const soon = 600

/** The field that a key leads to: one is on screen at a time, over the cards or in the drawer. */
export const focusFilterWords = (): boolean => {
  const fields = [...document.querySelectorAll<HTMLInputElement>('[data-filter-words]')]
  const field = fields.findLast((one) => one.checkVisibility())
  field?.focus()
  field?.select()
  return field !== undefined
}

type Props = {
  /** Whether the window it stands in opens for it. */
  readonly first?: boolean
}

/** What is shown, in words: `user:mira tag:name text:"third crew"`. Offers people, tags, kinds and states as one types. */
export const FilterWords = ({ first = false }: Props) => {
  const id = useId()
  const known = useKnown()
  const choices = useFilterChoices(known)
  const { typed, type, settle, mistakes } = useFilterWords(known)
  const [caret, setCaret] = useState(0)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const wanted = useRef<number | null>(null)
  const say = useSay()
  const codebook = useCodebook()
  const colourOf = ({ tag }: Offer) => (tag === null ? undefined : codebook.get(tag)?.colour)
  const { start, end, offers } = offersAt(typed, Math.min(caret, typed.length), choices)
  const shown = open && offers.length > 0
  // What is half written is no mistake yet.
  const told = shown ? [] : mistakes

  const place = () => setCaret(field.current?.selectionStart ?? typed.length)
  const pick = (offer: Offer) => {
    const rest = typed.slice(end).replace(/^\s+/, '')
    const words = typed.slice(0, start) + offer.insert + rest
    wanted.current = start + offer.insert.length
    setCaret(wanted.current)
    setActive(-1)
    type(words)
    // A name alone is not finished: its values are offered next.
    setOpen(offer.insert.endsWith(':'))
    field.current?.focus()
  }
  // React puts the caret behind everything when it writes the field anew.
  useEffect(() => {
    if (wanted.current !== null) field.current?.setSelectionRange(wanted.current, wanted.current)
    wanted.current = null
  })
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const { key } = event
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const count = offers.length
      if (count > 0) setActive((at) => (key === 'ArrowDown' ? (at + 1) % count : (at <= 0 ? count : at) - 1))
    } else if (key === 'Enter') {
      event.preventDefault()
      const offer = shown ? offers[active] : undefined
      if (offer) return pick(offer)
      setOpen(false)
      settle()
    } else if (key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      if (shown) setOpen(false)
      // In the drawer it closes that, which gives the focus back itself.
      else if (!field.current?.closest('[role="dialog"]')) focusText()
    }
  }
  return (
    <div className={styles.words}>
      <input
        ref={field}
        data-filter-words
        data-autofocus={first || undefined}
        // The drawer hears of Esc first, and leaves it where the list is what closes.
        data-mantine-stop-propagation={shown || undefined}
        type="text"
        role="combobox"
        className={styles.field}
        aria-label="Filter the annotations by words"
        aria-describedby={`${id}-told`}
        aria-invalid={told.length > 0 || undefined}
        aria-expanded={shown}
        aria-controls={`${id}-offers`}
        aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        aria-keyshortcuts="/"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        placeholder="Words, or user: tag: kind: quote: since:"
        value={typed}
        onChange={(event) => {
          type(event.currentTarget.value)
          place()
          setActive(-1)
          setOpen(true)
        }}
        onSelect={place}
        onKeyDown={onKeyDown}
        onFocus={() => setOpen(true)}
        onBlur={() => {
          setOpen(false)
          setActive(-1)
          settle()
        }}
      />
      <div
        ref={list}
        id={`${id}-offers`}
        role="listbox"
        aria-label="What can be filtered by"
        className={styles.offers}
        hidden={!shown}
      >
        {shown &&
          offers.map((offer, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys and names the active one
            <div
              key={offer.insert}
              id={`${id}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              className={styles.offer}
              // Without taking the focus from the field.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(offer)}
            >
              <span className={styles.label}>
                {colourOf(offer) && <TagDot colour={colourOf(offer) as TagColour} />}
                {offer.label}
              </span>
              <span className={styles.note}>{offer.note}</span>
              {offer.count !== null && <span className={styles.count}>{number.format(offer.count)}</span>}
            </div>
          ))}
      </div>
      <div id={`${id}-told`} role="status" className={styles.told}>
        {told.map((mistake) => (
          <p key={mistake}>{mistake}</p>
        ))}
        {told.length > 0 && <p>The cards are as before, and all cannot be picked until these words are put right.</p>}
      </div>
      <Looking say={say} />
    </div>
  )
}

/** How far the words have been looked for on the desk. */
const Looking = ({ say }: { readonly say: (words: string) => void }) => {
  const searched = useTranscript((view) => view.searched)
  const search = useTranscript((view) => view.search)
  const failed = typeof searched === 'object' ? searched.failed : null
  const asking = searched === 'asking'
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!asking) return setLong(false)
    const timer = setTimeout(() => setLong(true), soon)
    return () => clearTimeout(timer)
  }, [asking])
  useEffect(() => {
    if (failed !== null) say(`The words could not be looked for. ${failed}`)
  }, [failed, say])
  if (asking && long) return <p className={styles.looking}>Looking for the words…</p>
  if (failed === null) return null
  return (
    <p className={styles.told}>
      The words could not be looked for. {failed}{' '}
      <button type="button" className={styles.again} onClick={() => void search()}>
        Try again
      </button>
    </p>
  )
}
