'use client'
import { MantineProvider } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { setNonce } from 'get-nonce'
import { type ReactNode, useState } from 'react'
import { cssVariables, theme } from './theme'

type Props = { readonly nonce: string | undefined; readonly children: ReactNode }

/** Everything that screens need around them: theme, confirmations, notices. */
export const Provider = ({ nonce: given, children }: Props) => {
  // The page keeps the nonce it came with: a later refresh brings a new one that its policy does not know.
  const [nonce] = useState(given)
  // The scroll lock of modals writes a style element of its own.
  if (nonce !== undefined && typeof window !== 'undefined') setNonce(nonce)
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce ?? ''}
    >
      <ModalsProvider>{children}</ModalsProvider>
      <Notifications position="bottom-center" limit={3} />
    </MantineProvider>
  )
}
