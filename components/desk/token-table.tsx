'use client'
import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type Page, request } from '@/components/api/client'
import { confirm } from '@/components/ui/confirm'
import { notify, notifyProblem } from '@/components/ui/notice'
import { Empty } from '@/components/ui/page'
import { RelativeTime } from '@/components/ui/time'
import type { tokenScopes } from '@/lib/permissions/can'
import { ShowMore } from './show-more'
import classes from './table.module.css'
import { TableHead } from './table-head'
import { usePages } from './use-pages'

/** A token without its secret, as a table shows it. */
export type TokenRow = {
  readonly id: string
  readonly name: string
  readonly scope: (typeof tokenScopes)[number]
  readonly person: { readonly id: string; readonly name: string }
  readonly createdAt: string
  readonly lastUsedAt: string | null
  readonly expiresAt: string
}

type Props = { readonly first: Page<TokenRow>; readonly desk: string; readonly self: string; readonly now: string }

/** The tokens of a desk that have not been revoked: one's own, and for an owner everybody's. */
export const TokenTable = ({ first, desk, self, now }: Props) => {
  const router = useRouter()
  const { items, next, busy, showMore, drop } = usePages(first, `/desks/${desk}/tokens`, ({ id }) => id)
  const revoke = ({ id, name, person }: TokenRow) =>
    confirm({
      title: 'Revoke this token?',
      body: `Whatever uses “${name}”${person.id === self ? '' : `, made by ${person.name},`} is refused from now on. It cannot be taken back.`,
      action: 'Revoke',
      onConfirm: async () => {
        try {
          await request('DELETE', `/tokens/${id}`)
          drop(id)
          notify('The token no longer works.')
        } catch (error) {
          notifyProblem(error)
        }
        router.refresh()
      },
    })
  if (items.length === 0) {
    return <Empty title="No tokens yet">Make one above for a script or a program that works with this desk.</Empty>
  }
  return (
    <>
      <table className={classes.table} data-middle>
        <TableHead columns={['For what', 'It may', 'Made', 'Last used', 'Ends']} />
        <tbody>
          {items.map((token) => (
            <tr key={token.id}>
              <th scope="row" className={classes.half}>
                <span className={classes.name}>{token.name}</span>
                {token.person.id !== self && <span className={classes.about}>Made by {token.person.name}</span>}
              </th>
              <td>{token.scope === 'read' ? 'Read' : 'Read and write'}</td>
              <td className={classes.when}>
                <Said>Made </Said>
                <RelativeTime at={token.createdAt} />
              </td>
              <td className={classes.when}>
                {token.lastUsedAt === null ? (
                  'Not used yet'
                ) : (
                  <>
                    <Said>Used </Said>
                    <RelativeTime at={token.lastUsedAt} />
                  </>
                )}
              </td>
              <td className={classes.when}>
                <Said>{token.expiresAt < now ? 'Ended ' : 'Ends '}</Said>
                <RelativeTime at={token.expiresAt} />
              </td>
              <td className={classes.menu} data-wide>
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  onClick={() => revoke(token)}
                  aria-label={`Revoke ${token.name}`}
                >
                  Revoke
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ShowMore next={next} busy={busy} showMore={showMore} />
    </>
  )
}

// The head of the column, where rows are cards and have none.
const Said = ({ children }: { readonly children: string }) => <span className={classes.said}>{children}</span>
