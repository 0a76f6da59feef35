'use client'
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { excerptOf } from '@/components/annotation/excerpt-of'
import { ApiProblem, request } from '@/components/api/client'
import { openDisk } from '@/components/api/disk'
import { type LeftBehind, leftBehind } from '@/components/api/left-behind'
import { leftHere } from '@/components/api/left-here'
import { ask } from '@/components/ui/ask'
import { Section } from '@/components/ui/page'
import classes from './left-behind-list.module.css'

/** Whether a transcript can be opened no more; where that cannot be known it is not said. */
const isGone = (id: string): Promise<boolean> =>
  request('GET', `/transcripts/${id}?text=false`).then(
    () => false,
    (error: unknown) => error instanceof ApiProblem && (error.status === 404 || error.status === 410),
  )

const wholeOf = (typed: unknown) => excerptOf(typed, Number.POSITIVE_INFINITY)

/**
 * What this person wrote about transcripts that cannot be opened, such as those in the trash, and could not be saved:
 * their pages, which would show it, are not there. `shown` are transcripts that are known to be there.
 */
export const LeftBehindList = ({ person, shown }: { readonly person: string; readonly shown: readonly string[] }) => {
  const [left, setLeft] = useState<readonly LeftBehind[]>([])
  const [known] = useState(() => new Set(shown))
  useEffect(() => {
    let isOver = false
    const look = async () => {
      const entries = await openDisk(`${person}/`).read()
      const asked = [...leftHere(entries).keys()].filter((id) => !known.has(id))
      const gone = await Promise.all(asked.map(async (id) => ((await isGone(id)) ? leftBehind(entries, id) : [])))
      if (!isOver) setLeft(gone.flat())
    }
    // Where the browser does not let it be read, there is nothing to show.
    look().catch(() => undefined)
    return () => {
      isOver = true
    }
  }, [person, known])
  const drop = async (name: string) => {
    await openDisk(`${person}/`).write(new Map([[name, undefined]]))
    setLeft((now) => now.filter((one) => one.name !== name))
  }
  const throwAway = (name: string) =>
    ask({
      title: 'Throw these words away?',
      body: 'They are kept in this browser only. Nothing brings them back.',
      action: 'Throw away',
      onConfirm: () => void drop(name),
    })
  if (left.length === 0) return null
  return (
    <Section
      title="Not saved, and the transcript is gone"
      lead="You wrote this about transcripts that are in the trash or not open to you any more. It is kept in this browser for you alone; once such a transcript is restored, you find it there."
    >
      <ul className={classes.list}>
        {left.map(({ name, what, on, typed }) => (
          <li key={name}>
            <b>
              {what}
              {on && ` on “${on.slice(0, 80)}”`}
            </b>
            {wholeOf(typed) !== '' && <p>{wholeOf(typed)}</p>}
            <span className={classes.ends}>
              {wholeOf(typed) !== '' && (
                <Button
                  variant="default"
                  size="compact-sm"
                  onClick={() => void navigator.clipboard?.writeText(wholeOf(typed))}
                >
                  Copy the words
                </Button>
              )}
              <Button variant="default" size="compact-sm" onClick={() => void throwAway(name)}>
                Throw away
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
