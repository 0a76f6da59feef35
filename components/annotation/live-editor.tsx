'use client'
import '@mantine/tiptap/styles.layer.css'
import { useMantineStyleNonce } from '@mantine/core'
import { RichTextEditor } from '@mantine/tiptap'
import { type Editor, type UseEditorOptions, useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useId, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Body } from '@/lib/annotation/body'
import { bodyOf } from './editor-body'
import classes from './form.module.css'
import { NoteLink } from './note-link'
import { handTyping } from './type-ahead'

/** The nodes and marks a note may hold, and nothing else: see lib/annotation/body.ts. */
const extensions = [
  StarterKit.configure({
    heading: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    underline: false,
    link: false,
    trailingNode: false,
  }),
  NoteLink,
]

/** Writes words at the caret, each line as a paragraph of its own, as typing does. */
const writeLines = (editor: Editor, words: string) => {
  for (const [at, line] of words.split('\n').entries()) {
    if (at > 0) editor.commands.splitBlock()
    if (line !== '') editor.commands.insertContent({ type: 'text', text: line })
  }
}

type Props = {
  readonly label: string
  readonly value: Body | null
  readonly onChange: (body: Body | null) => void
  readonly error?: string
  /** Whether it takes the focus when it appears. */
  readonly focused?: boolean
  /** Hides the label where the place says what it is for. */
  readonly bare?: boolean
}

/** Rich text, live: bold, italic, lists, quotes and links. Gives null while nothing is written. */
export const LiveEditor = ({ label, value, onChange, error, focused = false, bare = false }: Props) => {
  const id = useId()
  const nonce = useMantineStyleNonce()?.()
  const tell = useRef(onChange)
  tell.current = onChange
  // The same at every drawing: with others the editor would put the caret back to where it last knew it.
  const [fixed] = useState<UseEditorOptions>(() => ({
    extensions,
    content: value,
    autofocus: focused ? 'end' : false,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    injectNonce: nonce === '' ? undefined : nonce,
    onCreate: ({ editor: live }) => {
      if (!focused) return
      const focus = () => {
        live.view.focus()
        return live.view.dom
      }
      handTyping(focus, (words) => writeLines(live, words))
    },
    // At once: what follows the last letter may be the key that saves.
    onUpdate: ({ editor: live }) => flushSync(() => tell.current(bodyOf(live.getJSON()))),
  }))
  const editorProps = useMemo(
    () => ({
      attributes: {
        'aria-labelledby': id,
        'aria-multiline': 'true',
        role: 'textbox',
        ...(error && { 'aria-invalid': 'true', 'aria-describedby': `${id}-error` }),
      },
    }),
    [error, id],
  )
  const editor = useEditor({ ...fixed, editorProps })
  return (
    <div>
      <div id={id} className={bare ? 'unseen' : classes.fieldLabel}>
        {label}
      </div>
      <RichTextEditor editor={editor} className={classes.editor} data-wrong={error ? true : undefined}>
        <RichTextEditor.Content />
        <RichTextEditor.Toolbar className={classes.toolbar}>
          <RichTextEditor.Bold />
          <RichTextEditor.Italic />
          <RichTextEditor.BulletList />
          <RichTextEditor.OrderedList />
          <RichTextEditor.Blockquote />
          <RichTextEditor.Link />
        </RichTextEditor.Toolbar>
      </RichTextEditor>
      {error && (
        <p id={`${id}-error`} className={classes.fault}>
          {error}
        </p>
      )}
    </div>
  )
}
