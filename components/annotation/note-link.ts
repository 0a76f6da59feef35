import { Link } from '@mantine/tiptap'
import { linkTo } from '@/lib/annotation/body-link'

/**
 * Links of a note: what is drawn is what is saved. An address without a scheme gets one, what cannot be a link never
 * becomes one, and with nothing selected the address itself is written.
 */
export const NoteLink = Link.extend({
  addAttributes() {
    const all = this.parent?.()
    return {
      ...all,
      href: {
        default: null,
        parseHTML: (element: HTMLElement) => linkTo(element.getAttribute('href') ?? ''),
      },
    }
  },
  addCommands() {
    const all = this.parent?.()
    return {
      ...all,
      setLink:
        ({ href: typed }) =>
        ({ commands, state, tr }) => {
          const href = linkTo(typed)
          if (href === null) return false
          if (!tr.selection.empty) return commands.setMark('link', { href })
          const link = state.schema.marks.link?.create({ href })
          if (link === undefined) return false
          tr.replaceSelectionWith(state.schema.text(typed.trim(), [link]), false).removeStoredMark(link)
          return true
        },
    }
  },
}).configure({
  openOnClick: false,
  defaultProtocol: 'https',
  protocols: ['http', 'https', 'mailto'],
  isAllowedUri: (address) => linkTo(address) !== null,
})
