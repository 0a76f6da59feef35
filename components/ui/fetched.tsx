'use client'
import { type ComponentType, createElement, type ReactNode, useEffect, useReducer, useState } from 'react'
import styles from './fetched.module.css'

/**
 * A component whose code is fetched when it is first drawn, with `waiting` in its place until then. Where the fetch
 * fails it says so and offers to try again: a lost connection must not take the page away from under somebody's words.
 */
export const fetched = <P extends object>(
  load: () => Promise<ComponentType<P>>,
  waiting: ReactNode = null,
): ComponentType<P> => {
  let here: ComponentType<P> | null = null
  const Fetched = (props: P) => {
    const [failed, setFailed] = useState(false)
    const [, drawAgain] = useReducer((count: number) => count + 1, 0)
    useEffect(() => {
      if (here !== null || failed) return
      let gone = false
      load().then(
        (component) => {
          here = component
          if (!gone) drawAgain()
        },
        () => {
          if (!gone) setFailed(true)
        },
      )
      return () => {
        gone = true
      }
    }, [failed])
    if (here !== null) return createElement(here, props)
    if (!failed) return waiting
    return (
      <p role="alert" className={styles.failed}>
        This part of the page could not be fetched. What you wrote is kept. Check the connection.{' '}
        <button type="button" className={styles.again} onClick={() => setFailed(false)}>
          Try again
        </button>
      </p>
    )
  }
  return Fetched
}
