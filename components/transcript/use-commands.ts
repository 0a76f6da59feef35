'use client'
import { type RefObject, useCallback } from 'react'
import { narrow } from '@/components/annotation/card-column'
import { focusText, goingOnFrom } from '@/components/annotation/focus'
import { useTranscriptStore } from '@/components/api/store-context'
import { notify } from '@/components/ui/notice'
import { can } from '@/lib/permissions/can'
import { acceptAll } from './accept-all'
import { doWithCard } from './card-commands'
import { focusFilterWords } from './filter-words-field'
import type { Command } from './keys'
import { chosenMark } from './position'
import { goToRegion } from './regions'
import { focusBar } from './selection-bar'
import { firstSpoken, moveCaret } from './text-caret'
import { undoLast } from './undo-last'
import { useAnnotate } from './use-annotate'
import { useRewrite } from './use-rewrite'
import { useStep } from './use-step'
import { announce, show, useBenchStore } from './workbench-state'

/** A function that does what a key means, and says whether there was anything to do. */
export const useCommands = (pane: RefObject<HTMLElement | null>): ((command: Command) => boolean) => {
  const store = useTranscriptStore()
  const bench = useBenchStore()
  const annotate = useAnnotate()
  const rewrite = useRewrite(pane)
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
        case 'rewrite':
          return rewrite('in-place')
        case 'turn':
          return rewrite('turn')
        case 'next':
          step(1)
          return true
        case 'previous':
          step(-1)
          return true
        case 'bar':
          return focusBar()
        case 'region-on':
          return goToRegion(1, view.chosen)
        case 'region-back':
          return goToRegion(-1, view.chosen)
        case 'commands':
          show(bench, 'commands')
          return true
        case 'open':
        case 'edit':
        case 'reply':
        case 'evidence':
        case 'resolve':
        case 'dismiss':
        case 'accept':
        case 'accept-everywhere':
        case 'remove':
        case 'link': {
          const goOn = mark && goingOnFrom(mark.id, view)
          const outcome = mark ? doWithCard(command, mark, view) : null
          if (outcome === null) return false
          if (outcome.refused) notify(outcome.refused)
          // Deleted, or resolved where only what is open is shown.
          else if (mark && !store.getState().shown.includes(mark.id)) goOn?.()
          return true
        }
        case 'pick':
          if (mark === null) return false
          announce(bench, view.picked.has(mark.id) ? 'Let go.' : 'Picked.')
          view.pick([mark.id], !view.picked.has(mark.id))
          return true
        case 'accept-all':
          void acceptAll(store)
          return true
        case 'newer-version':
          show(bench, 'version')
          return true
        case 'undo':
          void undoLast(store, bench)
          return true
        case 'filter':
          if (window.matchMedia(narrow).matches) show(bench, 'search')
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
            bench.setState({ selected: null, caret: null })
          } else if (view.picked.size > 0) view.pickNone()
          else if (view.chosen !== null) view.choose(null)
          else return false
          return true
        default: {
          const text = pane.current
          if (!reading || !text) return false
          // The arrows that move it on are the text's; on a button they would be the button's.
          if (document.activeElement !== document.body) focusText()
          const caret = moveCaret(reading, command, () => mark?.start ?? firstSpoken(reading, text))
          bench.setState({ caret })
          return true
        }
      }
    },
    [store, bench, annotate, rewrite, step, pane],
  )
}
