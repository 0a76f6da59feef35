import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/inter/wght-italic.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import '@fontsource-variable/source-serif-4/opsz-italic.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@/components/ui/colours.css'
import '@/components/ui/globals.css'
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { sans, serif } from '@/components/ui/fonts'
import { Provider } from '@/components/ui/provider'

export const metadata: Metadata = {
  title: { template: '%s · Verbatim', default: 'Verbatim' },
  description: 'The fact-check desk for transcripts',
  robots: { index: false, follow: false },
}

export default async function Layout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html lang="en" className={`${serif.variable} ${sans.variable}`} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} suppressHydrationWarning />
      </head>
      <body>
        <Provider nonce={nonce}>
          <a className="skip-link" href="#main">
            Skip to the content
          </a>
          {children}
        </Provider>
      </body>
    </html>
  )
}
