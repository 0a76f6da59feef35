'use client'
import { type RefObject, useCallback } from 'react'
import { narrow } from '@/components/annotation/card-column'
import { useTranscriptStore } from '@/components/api/store-context'
import { notify } from '@/components/ui/notice'
import { can } from '@/lib/permissions/can'
import { doWithCard } from './card-commands'
import { focusFilterWords } from './filter-words-field'
import type { Command } from './keys'
import { chosenMark } from './position'
import { firstOnScreen, moveCaret } from './text-caret'
import { useAnnotate } from './use-annotate'
import { useStep } from './use-step'
import { announce, show, useBenchStore } from './workbench-state'

/** A function that does what a key means, and says whether there was anything to do. */
export const useCommands = (pane: RefObject<HTMLElement | null>): ((command: Command) => boolean) => {
  const store = useTranscriptStore()
  const bench = useBenchStore()
  const annotate = useAnnotate()
  const step = useStep(pane)

  return useCallback(
    (command: Command): boolean => {
      const view = store.getState()
      const { reading, selected, overlay } = bench.getState()
      const mark = chosenMark(view)

      switch (command) {
        case 'highlight':
        case 'note':
        case 'check':
        case 'flag':
        case 'correction':
          if (can(view.actor, 'annotation.create', { deskId: view.transcript.desk.id, state: view.transcript.state }))
            annotate(command)
          else notify('Your role lets you read and discuss here. A checker of the desk can annotate.')
          return true
        case 'next':
          step(1)
          return true
        case 'previous':
          step(-1)
          return true
        case 'word':
        case 'word-on':
        case 'word-back':
        case 'longer':
        case 'shorter':
        case 'sentence-more':
        case 'sentence-less': {
          const text = pane.current
          if (!reading || !text) return false
          moveCaret(reading, command, () => mark?.start ?? firstOnScreen(text))
          return true
        }
        case 'open':
        case 'edit':
        case 'reply':
        case 'evidence':
        case 'resolve':
        case 'dismiss':
        case 'remove':
        case 'link': {
          const outcome = mark ? doWithCard(command, mark, view) : null
          if (outcome === null) return false
          if (outcome.refused) notify(outcome.refused)
          else if (typeof outcome.done === 'string') announce(bench, outcome.done)
          return true
        }
        case 'pick':
          if (mark === null) return false
          announce(bench, view.picked.has(mark.id) ? 'Let go.' : 'Picked.')
          view.pick([mark.id], !view.picked.has(mark.id))
          return true
        case 'undo':
          if (view.undo === null) return false
          void view.undo.run()
          announce(bench, 'Undone.')
          return true
        case 'filter':
          if (window.matchMedia(narrow).matches) show(bench, 'panel')
          else focusFilterWords()
          return true
        case 'help':
          show(bench, 'keys')
          return true
        case 'close':
          if (overlay !== null) show(bench, null)
          else if (view.draft !== null) view.begin(null)
          else if (view.editing !== null) view.edit(null)
          else if (selected !== null) {
            window.getSelection()?.removeAllRanges()
            bench.setState({ selected: null })
          } else if (view.picked.size > 0) view.pickNone()
          else if (view.chosen !== null) view.choose(null)
          else return false
          return true
      }
    },
    [store, bench, annotate, step, pane],
  )
}
