'use client'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { asidesStand } from './asides-wanted'

/** Where confirmations and notices appear. They are called for by events, so nothing has to stand inside. */
export const Asides = () => {
  useEffect(asidesStand, [])
  return (
    <>
      <ModalsProvider>{null}</ModalsProvider>
      <Notifications position="bottom-center" limit={3} />
    </>
  )
}
