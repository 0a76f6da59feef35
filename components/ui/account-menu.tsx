'use client'
import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { Actor } from '@/lib/permissions/can'
import classes from './account-menu.module.css'
import { fetched } from './fetched'
import { Initials } from './initials'
import { Late } from './late'

const AccountEntries = fetched(async () => (await import('./account-entries')).AccountEntries)

type Props = { readonly person: Pick<Actor, 'id' | 'name' | 'administrator'> }

/** Who is signed in, behind their initials. */
export const AccountMenu = ({ person }: Props) => {
  const [opened, open] = useState(false)
  return (
    <Late opens="menu" opened={opened} onChange={open} draw={(late) => <AccountEntries person={person} late={late} />}>
      <UnstyledButton className={classes.target} aria-label={`${person.name}, account menu`}>
        <Initials id={person.id} name={person.name} />
      </UnstyledButton>
    </Late>
  )
}
