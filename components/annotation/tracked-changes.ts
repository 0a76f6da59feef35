import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import classes from './card.module.css'
import { tracked } from './rewriting'

/** Set on a transaction after which the changes are looked for again: the words that stood there before are others. */
export const lookAgain = 'tracked-again'

const key = new PluginKey<DecorationSet>('tracked')

/** How long after a composition the editor has taken in its last letters, in milliseconds. */
const composed = 60

const struck = (words: string) => () => {
  const element = document.createElement('del')
  element.className = classes.deleted ?? ''
  element.textContent = words
  return element
}

/** What was typed underlined, and what it took out struck before it: painted over the words, which stay what they are. */
const painted = (before: string, doc: Node): DecorationSet =>
  DecorationSet.create(
    doc,
    tracked(before, doc.textContent).flatMap(({ start, end, gone }) => [
      ...(gone === ''
        ? []
        : [Decoration.widget(start + 1, struck(gone), { side: -1, key: gone, ignoreSelection: true })]),
      ...(start < end
        ? [Decoration.inline(start + 1, end + 1, { nodeName: 'ins', class: classes.inserted ?? '' })]
        : []),
    ]),
  )

/** Shows what was changed of the words that `before` gives, in a document of one paragraph. */
export const trackedChanges = (before: () => string) =>
  Extension.create({
    name: 'trackedChanges',
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, { doc }) => painted(before(), doc),
          apply: (step, now) => {
            // Elements that come and go beside letters that are being composed would end the composition.
            if (step.getMeta('composition') !== undefined) return now.map(step.mapping, step.doc)
            return step.docChanged || step.getMeta(lookAgain) ? painted(before(), step.doc) : now
          },
        },
        props: {
          decorations: (state) => key.getState(state),
          handleDOMEvents: {
            compositionend: (view) => {
              setTimeout(() => {
                if (!view.isDestroyed && !view.composing) view.dispatch(view.state.tr.setMeta(lookAgain, true))
              }, composed)
              return false
            },
          },
        },
      }),
    ],
  })
