import { Editor, type JSONContent } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { describe, expect, it } from 'vitest'
import { bodyOf } from './editor-body'
import { NoteLink } from './note-link'

const paragraph = (...content: JSONContent[]) => ({ type: 'doc', content: [{ type: 'paragraph', content }] })
const linked = (text: string, href: string) => ({ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] })
const words = (text: string) => ({ type: 'text', text })

const open = () =>
  new Editor({
    element: null,
    extensions: [StarterKit.configure({ link: false, trailingNode: false }), NoteLink],
    content: paragraph(words('See courier.')),
  })

describe('a link set in a note', () => {
  it('leads where the address says, with a scheme', () => {
    const editor = open()
    editor.chain().setTextSelection({ from: 5, to: 12 }).extendMarkRange('link').setLink({ href: 'quay.example' }).run()
    expect(bodyOf(editor.getJSON())).toEqual(
      paragraph(words('See '), linked('courier', 'https://quay.example'), words('.')),
    )
  })

  it('is the address itself where nothing is selected, and ends with it', () => {
    const editor = open()
    editor.chain().setTextSelection(5).extendMarkRange('link').setLink({ href: ' quay.example/x ' }).run()
    editor.view.dispatch(editor.state.tr.insertText(' and '))
    expect(bodyOf(editor.getJSON())).toEqual(
      paragraph(words('See '), linked('quay.example/x', 'https://quay.example/x'), words(' and courier.')),
    )
  })

  it('is none where the address cannot be one', () => {
    const editor = open()
    editor.chain().selectAll().setLink({ href: 'javascript:alert(1)' }).run()
    expect(bodyOf(editor.getJSON())).toEqual(paragraph(words('See courier.')))
  })
})
