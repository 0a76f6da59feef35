'use client'
import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { request } from '@/components/api/client'
import { confirm } from '@/components/ui/confirm'
import { notify, notifyProblem } from '@/components/ui/notice'
import { RelativeTime } from '@/components/ui/time'
import type { PendingLink } from './person-in-desk'
import { roleLabels } from './roles'
import classes from './table.module.css'
import { TableHead } from './table-head'

/** Links that were made and not used yet. */
export const PendingLinks = ({ links }: { readonly links: readonly PendingLink[] }) => {
  const router = useRouter()
  const revoke = ({ id, name }: PendingLink) =>
    confirm({
      title: 'Take this link back?',
      body: `The link for ${name || 'an unnamed person'} stops working at once. You can make another.`,
      action: 'Take back',
      onConfirm: async () => {
        try {
          await request('DELETE', `/invitations/${id}`)
          notify('The link no longer works.')
        } catch (error) {
          notifyProblem(error)
        }
        router.refresh()
      },
    })
  return (
    <table className={classes.table} data-middle>
      <TableHead columns={['For whom', 'Role', 'Ends']} />
      <tbody>
        {links.map((link) => (
          <tr key={link.id}>
            <th scope="row" className={classes.main}>
              <span className={classes.name}>{link.name || 'Not named'}</span>
              {link.createdBy && <span className={classes.about}>Made by {link.createdBy.name}</span>}
            </th>
            <td>{roleLabels[link.role].label}</td>
            <td className={classes.when}>
              <RelativeTime at={link.expiresAt} />
            </td>
            <td className={classes.menu} data-wide>
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                onClick={() => revoke(link)}
                aria-label={`Take back the link for ${link.name || 'an unnamed person'}`}
              >
                Take back
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
