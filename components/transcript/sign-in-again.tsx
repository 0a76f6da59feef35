'use client'
import { usePathname } from 'next/navigation'
import { useTranscript } from '@/components/api/store-context'
import styles from './floating.module.css'

/** Where this browser is signed in as nobody or somebody else: the way back in, and what happens then. */
export const SignInAgain = () => {
  const signedOut = useTranscript((view) => view.signedOut)
  const name = useTranscript((view) => view.actor.name)
  const path = usePathname()
  if (!signedOut) return null
  return (
    <p role="alert">
      You are signed out.{' '}
      <a href={`/sign-in?callbackUrl=${encodeURIComponent(path)}`} className={styles.way}>
        Sign in as {name}
      </a>
      , and what waits here is sent.
    </p>
  )
}
