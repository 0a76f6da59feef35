'use client'
import { type ComponentType, createElement, type ReactNode, useCallback, useEffect, useState } from 'react'
import styles from './fetched.module.css'

/** How long to wait before what could not be fetched is asked for again, in milliseconds. */
const again = 5_000

/**
 * A component whose code is fetched when it is first drawn, with `waiting` in its place until then. Where the fetch
 * fails it says so, and comes once there is a connection: a lost one must not take the page away from under somebody's
 * words.
 */
export const fetched = <P extends object>(
  load: () => Promise<ComponentType<P>>,
  waiting: ReactNode = null,
): ComponentType<P> => {
  let here: ComponentType<P> | null = null
  const Fetched = (props: P) => {
    const [stands, setStands] = useState<'waiting' | 'failed' | 'here'>('waiting')
    const get = useCallback(
      () =>
        load().then(
          (component) => {
            here = component
            setStands('here')
          },
          () => setStands('failed'),
        ),
      [],
    )
    useEffect(() => {
      if (here === null) void get()
    }, [get])
    useEffect(() => {
      if (stands !== 'failed') return
      const timer = setInterval(get, again)
      window.addEventListener('online', get)
      return () => {
        clearInterval(timer)
        window.removeEventListener('online', get)
      }
    }, [stands, get])
    if (here !== null) return createElement(here, props)
    if (stands !== 'failed') return waiting
    return (
      <p role="alert" className={styles.failed}>
        This part of the page could not be fetched. What you wrote is kept. Check the connection.{' '}
        <button type="button" className={styles.again} onClick={() => void get()}>
          Try again
        </button>
      </p>
    )
  }
  return Fetched
}
