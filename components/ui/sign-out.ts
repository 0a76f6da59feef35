import { openDisk } from '@/components/api/disk'
import { flushAll, meanToLeave } from '@/components/api/leaving'
import { allLeft, leavingWords } from '@/components/api/left-here'
import { ask } from './ask'
import { notify } from './notice'

const leave = async () => {
  meanToLeave(true)
  try {
    // Fetched when it is needed: no page needs it to be drawn.
    await (await import('next-auth/react')).signOut({ callbackUrl: '/sign-in' })
  } catch {
    meanToLeave(false)
    notify('You are still signed in: signing out needs a connection. Check it and try again.')
  }
}

/** Signs out; where words of this person are not on the desk, asks first and says what becomes of them. */
export const signOut = async (person: string): Promise<void> => {
  const isKept = await flushAll()
  const entries = await openDisk(`${person}/`)
    .read()
    .catch(() => [])
  const body = leavingWords(allLeft(entries), isKept)
  if (body === null) return leave()
  const question = { title: 'Sign out with unsent words?', body, action: 'Sign out', stay: 'Stay signed in' }
  await ask({ ...question, onConfirm: () => void leave() })
}
