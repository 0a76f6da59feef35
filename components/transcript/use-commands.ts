'use client'
import { type RefObject, useCallback } from 'react'
import { useTranscriptStore } from '@/components/api/store-context'
import { notify } from '@/components/ui/notice'
import { can } from '@/lib/permissions/can'
import { focusCard } from './focus-card'
import type { Command } from './keys'
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
      const { reading, selected } = bench.getState()
      const mark = view.chosen === null ? undefined : view.marks.get(view.chosen)
      const deskId = view.transcript.desk.id
      const subject = { deskId, authorId: mark?.author, byDetector: mark?.detector !== undefined }
      /** Says why a key did nothing, rather than doing nothing. */
      const refuse = (why: string) => {
        notify(why)
        return true
      }
      const close = (): boolean => {
        if (bench.getState().overlay !== null) show(bench, null)
        else if (view.draft !== null) view.begin(null)
        else if (view.editing !== null) view.edit(null)
        else if (selected !== null) {
          window.getSelection()?.removeAllRanges()
          bench.setState({ selected: null })
        } else if (view.chosen !== null) view.choose(null)
        else return false
        return true
      }

      switch (command) {
        case 'highlight':
        case 'note':
        case 'check':
        case 'flag':
        case 'correction':
          if (!can(view.actor, 'annotation.create', { deskId })) {
            return refuse('Your role lets you read and discuss here. A checker of the desk can annotate.')
          }
          annotate(command)
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
          if (!reading || !pane.current) return false
          const place = pane.current
          moveCaret(reading, command, () => mark?.start ?? firstOnScreen(place))
          return true
        }
        case 'open':
          return mark !== undefined && focusCard(mark.id)
        case 'edit':
          if (!mark) return false
          if (!can(view.actor, 'annotation.edit', subject))
            return refuse('Only whoever wrote it can edit it. You can reply with M.')
          view.edit({ id: mark.id, part: 'annotation' })
          return true
        case 'reply':
          if (!mark || !can(view.actor, 'reply.create', subject)) return false
          view.edit({ id: mark.id, part: 'reply' })
          return true
        case 'evidence':
          if (mark?.kind !== 'check' || !can(view.actor, 'evidence.add', subject)) return false
          view.edit({ id: mark.id, part: 'evidence' })
          return true
        case 'resolve': {
          if (!mark) return false
          if (!can(view.actor, 'annotation.resolve', subject))
            return refuse('An editor of the desk resolves annotations.')
          const resolved = mark.state === 'open'
          void view.resolve(mark.id, resolved)
          announce(bench, resolved ? 'Resolved.' : 'Opened again.')
          return true
        }
        case 'dismiss':
          if (mark?.kind !== 'flag') return false
          if (!can(view.actor, 'annotation.dismiss', subject))
            return refuse('An editor of the desk dismisses flags of other people.')
          if (mark.state === 'dismissed') void view.dismiss(mark.id, null)
          else view.edit({ id: mark.id, part: 'dismiss' })
          return true
        case 'remove':
          if (!mark) return false
          if (!can(view.actor, 'annotation.delete', subject))
            return refuse('Only whoever wrote it, or an owner of the desk, can delete it.')
          void view.remove(mark.id)
          return true
        case 'link':
          if (!mark) return false
          void copyLink(mark.id)
          return true
        case 'undo':
          if (view.undo === null) return false
          void view.undo.run()
          announce(bench, 'Undone.')
          return true
        case 'filter':
          show(bench, window.matchMedia('(max-width: 759.98px)').matches ? 'panel' : 'filter')
          return true
        case 'help':
          show(bench, 'keys')
          return true
        case 'close':
          return close()
      }
    },
    [store, bench, annotate, step, pane],
  )
}

/** Copies the address of an annotation; where the browser refuses, says where the address stands. */
export const copyLink = async (id: string) => {
  const { origin, pathname } = window.location
  try {
    await navigator.clipboard.writeText(`${origin}${pathname}#${id}`)
    notify('The link to the annotation is copied.')
  } catch {
    notify(
      'The browser did not let the page copy. The address of this page now leads to the annotation: copy it there.',
    )
  }
}
