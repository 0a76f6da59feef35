import type { Annotation } from '@/lib/annotation/annotation'
import type { Core } from './core'
import type { Waiting } from './outbox'
import { same } from './same'
import type { Conflict, TranscriptView } from './store'
import { draftOf, formOf, wordsOf } from './words'

/** What is to be set so that the form of these words is open no longer; nothing where it is not open. */
const closing = (key: string, { draft, editing }: TranscriptView): Partial<TranscriptView> => ({
  ...(draft !== null && wordsOf.draft(draft) === key && { draft: null }),
  ...(editing !== null && wordsOf.editing(editing) === key && { editing: null }),
})

/** What writes have to do with the forms they came from: words go with the write, and come back where it is refused. */
export type FormsOf = {
  /** Opens the form of a write, or shows its card where it waits there. */
  readonly show: (record: Waiting) => void
  /** As `show`, unless somebody is writing something else. */
  readonly open: (record: Waiting) => void
  /** Gives the words back to their form, with what stands there now; false where other words have taken their place. */
  readonly giveBack: (record: Waiting, current: Annotation | undefined) => boolean
  /** Takes the words from their form again to send them; false where they were changed there. */
  readonly takeBack: (record: Waiting) => boolean
  /** Forgets the words of a write that is given up; gives what brings them back. */
  readonly forget: (record: Waiting) => () => void
  readonly meet: (key: string, conflict: Conflict) => void
  readonly settled: (key: string) => void
  readonly rename: (temporary: string, id: string) => void
}

export const formsOf = ({ api, ledger, words, bases }: Core): FormsOf => {
  const settled = (key: string) => {
    bases.delete(key)
    const { conflicts } = api.getState()
    if (!conflicts.has(key)) return
    const left = new Map(conflicts)
    left.delete(key)
    api.setState({ conflicts: left })
  }
  const close = (key: string) => api.setState(closing(key, api.getState()))
  const isOf = ({ key, name }: Waiting) => words.read(key)?.of === name

  const show = ({ key, id, act, refusal }: Waiting) => {
    const { choose, edit, begin } = api.getState()
    if (act.do === 'create' && refusal) {
      // A highlight has no form: it stands in the list of what is not saved.
      if (act.input.kind !== 'highlight') begin({ ...draftOf(act.input), key })
      return
    }
    choose(ledger.nameOf(id))
    const form = formOf(key)
    if (form && refusal) edit(form)
  }

  return {
    show,
    open: (record) => {
      const { draft, editing } = api.getState()
      if (draft === null && editing === null) show(record)
    },
    giveBack: (record, current) => {
      const { key, name, typed } = record
      if (!typed || (words.read(key) && !isOf(record))) return false
      words.keep(key, { ...typed, of: name, ...(current && { seen: current }) })
      return true
    },
    takeBack: (record) => {
      const { key, typed, refusal } = record
      const now = words.read(key)
      if (refusal?.returned && now) {
        if (!isOf(record) || !same(now.values, typed?.values)) return false
        words.forget(key)
      }
      close(key)
      return true
    },
    forget: (record) => {
      const { key } = record
      const kept = isOf(record) ? words.read(key) : undefined
      if (kept) words.forget(key)
      close(key)
      settled(key)
      return () => kept && words.keep(key, kept)
    },
    meet: (key, conflict) => api.setState(({ conflicts }) => ({ conflicts: new Map(conflicts).set(key, conflict) })),
    settled,
    rename: (temporary, id) => {
      words.rename(temporary, id)
      const { chosen, editing } = api.getState()
      api.setState({
        ...(chosen === temporary && { chosen: id }),
        ...(editing?.id === temporary && { editing: { ...editing, id } }),
      })
    },
  }
}
