'use client'
import { useEffect, useRef, useState } from 'react'
import { Keyed } from '@/components/annotation/buttons'
import { letterOf } from '@/components/transcript/press'
import { Empty } from '@/components/ui/page'
import { Problem } from '@/components/ui/problem'
import { useSingleKeys } from '@/components/ui/single-keys'
import { type Actor, can } from '@/lib/permissions/can'
import type { Repairs } from '@/lib/transcript/repair'
import { current, progress } from './queue'
import classes from './repair.module.css'
import { RepairCard } from './repair-card'
import { type RepairCommand, repairCommand } from './repair-keys'
import { cardWords } from './repair-words'
import { useQueue } from './use-queue'

type Props = {
  readonly transcript: { readonly id: string; readonly deskId: string; readonly state: string }
  readonly actor: Actor
  readonly first: Repairs
}

const windows = '[role="dialog"], [role="menu"], [role="listbox"], [role="alertdialog"]'
const ownEnter = 'a[href], button, input, summary, [role="button"], [role="menuitem"]'

/** Lets keys do what they say wherever the focus is, but in windows and menus. */
const useRepairKeys = (run: (command: RepairCommand) => void) => {
  const [singleKeys] = useSingleKeys()
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
      if (target?.closest(windows)) return
      const command = repairCommand(letterOf(event), target?.closest(ownEnter) === null, singleKeys)
      if (command === null) return
      event.preventDefault()
      latest.current(command)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [singleKeys])
}

/** The repair queue of a transcript: one annotation after another, until each has a place, is archived or left for later. */
export const RepairQueue = ({ transcript, actor, first }: Props) => {
  const { queue, busy, problem, attach, archive, go, again, undo } = useQueue(transcript.id, first)
  const repair = current(queue)
  const id = repair?.annotation.id ?? null
  const [choice, choose] = useState<{ readonly id: string | null; readonly at: number }>({ id: null, at: 0 })
  const chosen = choice.id === id ? choice.at : 0
  const stage = useRef<HTMLDivElement>(null)
  const shown = useRef(id)

  // Whoever works by key or ear goes on at the next card.
  useEffect(() => {
    if (shown.current === id) return
    shown.current = id
    stage.current?.querySelector<HTMLElement>('h2, [data-end]')?.focus()
  }, [id])

  const author = repair?.annotation.author
  const subject = { ...transcript, authorId: author?.id ?? null, byDetector: author?.kind === 'detector' }
  const mayRepair = repair !== null && can(actor, 'annotation.attach', subject)
  const place = repair?.places[chosen]
  const attachHere = () => void (mayRepair && repair && place && attach(repair, place))
  const putAway = () => void (mayRepair && repair && archive(repair))

  useRepairKeys((command) => {
    if (command === 'attach') attachHere()
    else if (command === 'archive') putAway()
    else if (command === 'leave') go(1)
    else if (command === 'back') go(-1)
    else if (command === 'undo') undo()
    else if (repair && command < repair.places.length) choose({ id, at: command })
  })

  const done = queue.decided.length
  return (
    <>
      {(done > 0 || queue.waiting > 0) && (
        <div className={classes.bar}>
          <p className={classes.progress} role="status">
            {progress(queue)}
            <span className="unseen">{repair ? `. ${cardWords(repair)}` : '.'}</span>
          </p>
          <progress
            className={classes.meter}
            value={done}
            max={Math.max(1, done + queue.waiting)}
            aria-label="Decided"
          />
          <Keyed keyed="K" onClick={() => go(-1)} disabled={queue.at === 0}>
            Back
          </Keyed>
          <Keyed keyed="Z" onClick={undo} disabled={done === 0}>
            Undo
          </Keyed>
        </div>
      )}
      <div ref={stage}>
        {repair ? (
          <RepairCard
            key={id}
            {...{ repair, chosen, mayRepair, busy, problem }}
            onChoose={(at) => choose({ id, at })}
            onAttach={attachHere}
            onArchive={putAway}
            onLeave={() => go(1)}
          />
        ) : (
          <div data-end tabIndex={-1}>
            <Problem>{problem}</Problem>
            {queue.waiting === 0 ? (
              <Empty title="All annotations hold their places">
                Whatever a correction takes the words from will wait here until somebody decides.
              </Empty>
            ) : (
              <Empty title="You have been through all of them" action={<Keyed onClick={again}>Begin again</Keyed>}>
                {queue.waiting === 1 ? 'One is left for later.' : `${queue.waiting} are left for later.`}
              </Empty>
            )}
          </div>
        )}
      </div>
    </>
  )
}
