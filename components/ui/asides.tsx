'use client'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'

/** Where confirmations and notices appear. They are called for by events, so nothing has to stand inside. */
export const Asides = () => (
  <>
    <ModalsProvider>{null}</ModalsProvider>
    <Notifications position="bottom-center" limit={3} />
  </>
)
