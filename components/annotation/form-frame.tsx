'use client'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranscript } from '@/components/api/store-context'
import { Keyed } from './buttons'
import classes from './form.module.css'
import { OtherWindow } from './other-window'
import { handTyping, holdTyping, writeInto } from './type-ahead'

type Props = {
  /** Where its words are kept. */
  readonly wordsKey: string
  /** What the form is for, for those who hear it. */
  readonly name: string
  readonly onSave: () => void
  /** Closes it; what was typed stays kept. */
  readonly onClose: () => void
  readonly saves?: string
  readonly children: ReactNode
}

const first = '[data-first] input, [data-first] textarea, input[data-first], textarea[data-first], select[data-first]'
const any = 'input:not([type="hidden"]), textarea, select'

/** A form in a card: takes the focus when it opens, and where a field is wrong gives it to that; Ctrl or Cmd with Enter saves, Esc closes. */
export const FormFrame = ({ wordsKey, name, onSave, onClose, saves = 'Save', children }: Props) => {
  const form = useRef<HTMLFormElement>(null)
  const close = useRef(onClose)
  close.current = onClose
  const why = useTranscript((state) =>
    state.conflicts.has(wordsKey)
      ? undefined
      : state.unsent.find(({ key, stands }) => key === wordsKey && stands === 'refused')?.why,
  )
  const full = useTranscript((state) => state.full)
  useEffect(() => {
    const root = form.current
    // Once it is placed and measured: bring the whole form into view, as far as it fits.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        root?.closest('[data-card]')?.scrollIntoView({ block: 'nearest', behavior: 'instant' }),
      ),
    )
    if (!root || root.contains(document.activeElement)) return
    // An editor takes the focus itself once it is there, and what was typed until then.
    if (root.querySelector('[data-editor-first]')) return holdTyping(() => close.current())
    const field = root.querySelector<HTMLInputElement>(first) ?? root.querySelector<HTMLInputElement>(any)
    if (!field) return root.focus({ preventScroll: true })
    const focus = () => {
      field.focus({ preventScroll: true })
      if (field.matches('[data-select-all]')) field.select()
      return field
    }
    if (!handTyping(focus, (words) => writeInto(field, words))) focus()
  }, [])

  const save = () => {
    onSave()
    // Where it was refused, to the first field that says why.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const answer = (event: KeyboardEvent<HTMLFormElement>) => {
    // What opens over the form (a list of tags, the address of a link) has keys of its own.
    const target = event.target as Element
    const listOpen = event.key === 'Escape' && target.getAttribute('aria-expanded') === 'true'
    if (listOpen) event.stopPropagation()
    if (event.nativeEvent.isComposing || listOpen || !form.current?.contains(target)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      event.stopPropagation()
      save()
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onClose()
    }
  }
  /** An editor takes both keys for itself: there they are answered before it hears of them. */
  const inEditor = (event: KeyboardEvent<HTMLFormElement>) => (event.target as Element).closest('.tiptap') !== null
  return (
    <form
      ref={form}
      tabIndex={-1}
      className={classes.form}
      aria-label={name}
      noValidate
      onKeyDownCapture={(event) => inEditor(event) && answer(event)}
      onKeyDown={(event) => !event.defaultPrevented && answer(event)}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <OtherWindow wordsKey={wordsKey} />
      {children}
      {full && (
        <p className={classes.fault} role="status">
          This browser has no room left to keep what you type. Save it before you leave this page.
        </p>
      )}
      {why && (
        <p className={classes.fault} role="alert">
          Not saved; your words are kept here. {why}
        </p>
      )}
      <div className={classes.buttons}>
        <Keyed leading keyed="Ctrl ↵" onClick={save}>
          {saves}
        </Keyed>
        <Keyed keyed="Esc" onClick={onClose}>
          Close
        </Keyed>
      </div>
    </form>
  )
}
