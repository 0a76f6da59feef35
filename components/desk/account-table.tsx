'use client'
import { Button } from '@mantine/core'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { Fragment } from 'react'
import { type Page, request } from '@/components/api/client'
import { confirm } from '@/components/ui/confirm'
import { Initials } from '@/components/ui/initials'
import { notify, notifyProblem } from '@/components/ui/notice'
import type { Account } from './person-in-desk'
import { roleLabels } from './roles'
import { ShowMore } from './show-more'
import classes from './table.module.css'
import { TableHead } from './table-head'
import { usePages } from './use-pages'

type Props = { readonly first: Page<Account>; readonly self: string }

/** Every account of the site, for its administrators. */
export const AccountTable = ({ first, self }: Props) => {
  const { items, drop: _, ...more } = usePages(first, '/people', ({ id }) => id)
  return (
    <>
      <table className={classes.table} data-middle>
        <TableHead columns={['Name', 'Desks', { name: 'Signed in', figure: true }]} />
        <tbody>
          {items.map((account) => (
            <Row key={account.id} account={account} isSelf={account.id === self} />
          ))}
        </tbody>
      </table>
      <ShowMore {...more} />
    </>
  )
}

const Row = ({ account, isSelf }: { readonly account: Account; readonly isSelf: boolean }) => {
  const router = useRouter()
  const { id, name, email, administrator, sessions, desks } = account
  const end = () =>
    confirm({
      title: isSelf ? 'End all of your sessions?' : `End the sessions of ${name}?`,
      body: `${isSelf ? 'You are' : `${name} is`} signed out everywhere at once and can sign in again. ${isSelf ? 'Your' : 'Their'} API tokens are revoked in every desk. What was saved stays, and what was typed and not sent stays in the browser it was typed in.`,
      action: 'End sessions',
      onConfirm: async () => {
        try {
          await request('POST', `/people/${id}/end-sessions`)
          if (isSelf) return location.assign('/sign-in')
          notify(`${name} is signed out everywhere, and their API tokens are revoked.`)
        } catch (error) {
          notifyProblem(error)
        }
        router.refresh()
      },
    })
  return (
    <tr>
      <th scope="row" className={classes.half}>
        <span className={classes.person}>
          <Initials id={id} name={name} />
          <span>
            <span className={classes.name}>
              {name}
              {isSelf && ' (you)'}
            </span>
            <span className={classes.about}>
              {email}
              {administrator && ' · administrator'}
            </span>
          </span>
        </span>
      </th>
      <td className={classes.half}>
        {desks.length === 0 && <span className={classes.about}>None</span>}
        {desks.map((desk, at) => (
          <Fragment key={desk.id}>
            {at > 0 && ', '}
            <Link href={`/desks/${desk.slug}/people`}>{desk.name}</Link> ({roleLabels[desk.role].label.toLowerCase()})
          </Fragment>
        ))}
      </td>
      <td
        className={classes.figure}
        data-name={sessions === 1 ? 'session' : 'sessions'}
        data-none={sessions === 0 || undefined}
      >
        {sessions}
      </td>
      <td className={classes.menu} data-wide>
        {/* For whoever is not signed in too: it revokes their API tokens. */}
        <Button variant="subtle" color="gray" size="compact-sm" onClick={end} aria-label={`End sessions of ${name}`}>
          End sessions
        </Button>
      </td>
    </tr>
  )
}
