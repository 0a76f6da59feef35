'use client'
import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core'
import Link from 'next/link'
import type { Actor } from '@/lib/permissions/can'
import type { LateProps } from './late'
import { LateMenu } from './late-floating'
import { signOut } from './sign-out'

const themes: readonly { readonly value: MantineColorScheme; readonly label: string }[] = [
  { value: 'auto', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

type Props = { readonly person: Pick<Actor, 'id' | 'name' | 'administrator'>; readonly late: LateProps }

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
      <Menu.Item onClick={() => void signOut(person.id)}>Sign out</Menu.Item>
    </LateMenu>
  )
}
