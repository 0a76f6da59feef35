'use client'
import { useMantineStyleNonce } from '@mantine/core'
import { type Editor, Node } from '@tiptap/core'
import { UndoRedo } from '@tiptap/extensions'
import type { EditorView } from '@tiptap/pm/view'
import { EditorContent, type UseEditorOptions, useEditor } from '@tiptap/react'
import { useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Range } from '@/lib/text/range'
import { changeOf } from './change-of'
import { lookAgain, trackedChanges } from './tracked-changes'
import classes from './turn-editor.module.css'
import { handTyping } from './type-ahead'

/** One paragraph of plain text, line breaks and all: offsets in the words are places in the document, less one. */
const plain = [
  Node.create({ name: 'doc', topNode: true, content: 'words' }),
  Node.create({
    name: 'words',
    content: 'text*',
    marks: '',
    whitespace: 'pre',
    renderHTML: () => ['p', 0],
  }),
  Node.create({ name: 'text' }),
  UndoRedo,
]

const docOf = (words: string) => ({
  type: 'doc',
  content: [{ type: 'words', ...(words !== '' && { content: [{ type: 'text', text: words }] }) }],
})

/** What is pasted or dropped comes as words on one line: line breaks would be turns. */
const onOneLine = (data: DataTransfer | null) => (data?.getData('text/plain') ?? '').replace(/\s*[\r\n]+\s*/g, ' ')

const put = (view: EditorView, words: string, from: number, to: number) => {
  if (words !== '') view.dispatch(view.state.tr.insertText(words, from, to).scrollIntoView())
  return true
}

/** Puts other words there, by the part that differs: the caret stays where it is in the rest, and so does undo. */
const rewrite = (editor: Editor, words: string) => {
  const { state, view } = editor
  const { before, deleted, inserted } = changeOf(state.doc.textContent, words)
  const start = 1 + before.length
  const step = state.tr.setMeta(lookAgain, true).setMeta('addToHistory', false)
  if (deleted + inserted !== '') step.insertText(inserted, start, start + deleted.length)
  view.dispatch(step)
}

/** How far the caret keeps from what covers the window: the bars, and in a narrow one the sheet. CSS pixels. */
const clearOf = (by: number) => ({
  top: 60 + by,
  left: 0,
  right: 0,
  get bottom() {
    return 40 + by + (document.querySelector<HTMLElement>('[data-sheet]')?.offsetHeight ?? 0)
  },
})

export type TurnEditorProps = {
  readonly label: string
  /** The words as they stand in the text. */
  readonly before: string
  readonly value: string
  /** What is selected when it opens, by offsets in the words. */
  readonly selected: Range
  readonly onChange: (words: string) => void
  /** Called at once after each change of its height. */
  readonly onHeight: () => void
  readonly onSave: () => void
  readonly onClose: () => void
  /** Enter was pressed, which makes no line here. */
  readonly onEnter: () => void
}

/** The words of a paragraph to be written on, in their place: what is changed is shown as it is typed. */
export const TurnEditor = (props: TurnEditorProps) => {
  const now = useRef(props)
  now.current = props
  const { label, before, value } = props
  const hint = useId()
  const nonce = useMantineStyleNonce()?.()
  // The same at every drawing: with others the editor would put the caret back to where it last knew it.
  const [options] = useState<UseEditorOptions>(() => ({
    extensions: [...plain, trackedChanges(() => now.current.before)],
    content: docOf(value),
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    parseOptions: { preserveWhitespace: 'full' },
    injectNonce: nonce === '' ? undefined : nonce,
    editorProps: {
      attributes: {
        role: 'textbox',
        class: classes.words ?? '',
        'aria-label': label,
        'aria-multiline': 'true',
        'aria-describedby': hint,
        spellcheck: 'true',
      },
      scrollMargin: clearOf(40),
      scrollThreshold: clearOf(20),
      handlePaste: (view, event) =>
        put(view, onOneLine(event.clipboardData), view.state.selection.from, view.state.selection.to),
      handleDrop: (view, event, _, moved) => {
        const at = moved ? null : view.posAtCoords({ left: event.clientX, top: event.clientY })
        return at !== null && put(view, onOneLine(event.dataTransfer), at.pos, at.pos)
      },
      handleKeyDown: (_, event) => {
        if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return false
        event.preventDefault()
        event.stopPropagation()
        if (event.key === 'Escape') now.current.onClose()
        else if (event.ctrlKey || event.metaKey) now.current.onSave()
        else now.current.onEnter()
        return true
      },
    },
    onCreate: ({ editor: live }) => {
      now.current.onHeight()
      const focus = () => {
        const { start, end } = now.current.selected
        live.commands.setTextSelection({ from: start + 1, to: end + 1 })
        live.view.focus()
        live.commands.scrollIntoView()
        return live.view.dom
      }
      const write = (words: string) =>
        put(live.view, words.replace(/\s*\n\s*/g, ' '), live.state.selection.from, live.state.selection.to)
      if (!handTyping(focus, write)) focus()
    },
    onTransaction: () => now.current.onHeight(),
    // At once: what follows the last letter may be the key that saves.
    onUpdate: ({ editor: live }) => flushSync(() => now.current.onChange(live.state.doc.textContent)),
  }))
  const editor = useEditor(options)
  const shown = useRef(before)
  useEffect(() => {
    // Only where it came from outside: a step more would put the caret back to where it was a moment ago.
    if (!editor || (editor.state.doc.textContent === value && shown.current === before)) return
    shown.current = before
    rewrite(editor, value)
  }, [editor, value, before])
  return (
    <>
      <EditorContent editor={editor} className={classes.editor} />
      <p id={hint} className="unseen">
        What you change is proposed, nothing in the text changes yet. Control and Enter saves, Escape closes and keeps
        your words.
      </p>
    </>
  )
}
