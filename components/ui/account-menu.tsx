'use client'
import { type MantineColorScheme, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import Link from 'next/link'
import type { Actor } from '@/lib/permissions/can'
import classes from './account-menu.module.css'
import { Initials } from './initials'

const themes: readonly { readonly value: MantineColorScheme; readonly label: string }[] = [
  { value: 'auto', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

/** Fetched when it is needed: no page needs it to be drawn. */
const signOut = async () => (await import('next-auth/react')).signOut({ callbackUrl: '/sign-in' })

type Props = { readonly person: Pick<Actor, 'id' | 'name' | 'administrator'> }

/** Who is signed in, behind their initials: account, theme, sign out; all accounts for the site's administrators. */
export const AccountMenu = ({ person }: Props) => {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu width={220}>
      <Menu.Target>
        <UnstyledButton className={classes.target} aria-label={`${person.name}, account menu`}>
          <Initials id={person.id} name={person.name} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{person.name}</Menu.Label>
        <Menu.Item component={Link} href="/account">
          Your account
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
      </Menu.Dropdown>
    </Menu>
  )
}
