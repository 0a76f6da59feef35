'use client'
import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core'
import Link from 'next/link'
import type { Actor } from '@/lib/permissions/can'
import type { LateProps } from './late'
import { LateMenu } from './late-floating'

const themes: readonly { readonly value: MantineColorScheme; readonly label: string }[] = [
  { value: 'auto', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

/** Fetched when it is needed: no page needs it to be drawn. */
const signOut = async () => (await import('next-auth/react')).signOut({ callbackUrl: '/sign-in' })

type Props = { readonly person: Pick<Actor, 'name' | 'administrator'>; readonly late: LateProps }

/** Account, theme, sign out; all accounts for the site's administrators. */
export const AccountEntries = ({ person, late }: Props) => {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <LateMenu late={late} width={220}>
      <Menu.Label>{person.name}</Menu.Label>
      <Menu.Item component={Link} href="/account">
        Your account
      </Menu.Item>
      <Menu.Item component={Link} href="/api-docs">
        The API
      </Menu.Item>
      {person.administrator && (
        <>
          <Menu.Item component={Link} href="/desks">
            All desks
          </Menu.Item>
          <Menu.Item component={Link} href="/people">
            All accounts
          </Menu.Item>
        </>
      )}
      <Menu.Divider />
      <Menu.Label>Theme</Menu.Label>
      <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}>
        {themes.map(({ value, label }) => (
          <Menu.RadioItem key={value} value={value}>
            {label}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Divider />
      <Menu.Item onClick={signOut}>Sign out</Menu.Item>
    </LateMenu>
  )
}
