'use client'
import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconChevronDown, IconPlus } from '@tabler/icons-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { Actor } from '@/lib/permissions/can'
import { AccountMenu } from './account-menu'
import classes from './app-bar.module.css'
import { Logo } from './logo'

export type DeskLink = { readonly slug: string; readonly name: string }
type Place = { readonly label: string; readonly href: string }
type Props = {
  readonly person: Pick<Actor, 'id' | 'name' | 'administrator'>
  readonly desks: readonly DeskLink[]
  /** The desk that the page belongs to. */
  readonly desk?: DeskLink | undefined
}

/** The bar over the desk's screens: where one is, where one can go, and the account. */
export const AppBar = ({ person, desks, desk }: Props) => (
  <header className={classes.bar}>
    <Link href="/" className={classes.home} aria-label="Verbatim, your desks">
      <Logo />
    </Link>
    {desk !== undefined && (
      <>
        <span className={classes.slash} aria-hidden="true">
          /
        </span>
        <DeskSwitch desk={desk} desks={desks} administrator={person.administrator} />
        <Places desk={desk} />
      </>
    )}
    {desk === undefined && desks.length > 0 && <WayBack desks={desks} />}
    <span className={classes.space} />
    <AccountMenu person={person} />
  </header>
)

const DeskSwitch = ({
  desk,
  desks,
  administrator,
}: {
  readonly desk: DeskLink
  readonly desks: readonly DeskLink[]
  readonly administrator: boolean
}) => {
  if (desks.length < 2 && !administrator) return <span className={classes.desk}>{desk.name}</span>
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.desk} aria-label={`${desk.name}, change desk`}>
          <span className={classes.name}>{desk.name}</span>
          <IconChevronDown size={14} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {desks.map(({ slug, name }) => (
          <Menu.Item
            key={slug}
            component={Link}
            href={`/desks/${slug}`}
            rightSection={slug === desk.slug ? <IconCheck size={14} aria-label="This desk" /> : null}
          >
            {name}
          </Menu.Item>
        ))}
        {administrator && (
          <>
            <Menu.Divider />
            <Menu.Item component={Link} href="/desks#new" leftSection={<IconPlus size={14} aria-hidden="true" />}>
              New desk
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

// From screens that belong to no desk: to the only one, or to all of them.
const WayBack = ({ desks }: Pick<Props, 'desks'>) => {
  const [only] = desks
  return (
    <nav aria-label="Desks" className={classes.places}>
      {desks.length === 1 && only !== undefined ? (
        <Link href={`/desks/${only.slug}`}>{only.name}</Link>
      ) : (
        <Link href="/desks">Your desks</Link>
      )}
    </nav>
  )
}

const Places = ({ desk }: { readonly desk: NonNullable<Props['desk']> }) => {
  const path = usePathname()
  const root = `/desks/${desk.slug}`
  const places: readonly Place[] = [
    { label: 'Transcripts', href: root },
    { label: 'Tags', href: `${root}/tags` },
    { label: 'People', href: `${root}/people` },
    { label: 'Settings', href: `${root}/settings` },
  ]
  const isHere = ({ href }: Place) => path === href || (href === root && path === `${root}/trash`)
  return (
    <nav aria-label="Desk" className={classes.places}>
      {places.map((place) => (
        <Link key={place.href} href={place.href} aria-current={isHere(place) ? 'page' : undefined}>
          {place.label}
        </Link>
      ))}
    </nav>
  )
}
