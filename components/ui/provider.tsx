'use client'
import { MantineProvider } from '@mantine/core'
import { setNonce } from 'get-nonce'
import { type ReactNode, useEffect, useState } from 'react'
import { onAsidesWanted } from './asides-wanted'
import { fetched } from './fetched'
import { whenIdle } from './idle'
import { cssVariables, menusId, theme } from './theme'

// Nothing of them is seen before something is asked or said: they are fetched then, or once the page rests.
const Asides = fetched(async () => (await import('./asides')).Asides)

type Props = { readonly nonce: string | undefined; readonly children: ReactNode }

/** Everything that screens need around them: theme, confirmations, notices. */
export const Provider = ({ nonce: given, children }: Props) => {
  // The page keeps the nonce it came with: a later refresh brings a new one that its policy does not know.
  const [nonce] = useState(given)
  const [asides, stand] = useState(false)
  useEffect(() => {
    const come = () => stand(true)
    const leave = [onAsidesWanted(come), whenIdle(come)]
    return () => {
      for (const end of leave) end()
    }
  }, [])
  // The scroll lock of modals writes a style element of its own.
  if (nonce !== undefined && typeof window !== 'undefined') setNonce(nonce)
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce ?? ''}
    >
      {children}
      <section id={menusId} aria-label="Menus" />
      {asides && <Asides />}
    </MantineProvider>
  )
}
