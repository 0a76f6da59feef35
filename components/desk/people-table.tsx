'use client'
import { Button, NativeSelect } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ApiProblem, type Page, request } from '@/components/api/client'
import { confirm } from '@/components/ui/confirm'
import { Initials } from '@/components/ui/initials'
import { notify, notifyProblem } from '@/components/ui/notice'
import { RelativeTime } from '@/components/ui/time'
import { type Role, roles } from '@/lib/permissions/can'
import type { PersonInDesk } from './person-in-desk'
import { roleLabels } from './roles'
import { ShowMore } from './show-more'
import classes from './table.module.css'
import { TableHead } from './table-head'
import { usePages } from './use-pages'

type Desk = { readonly slug: string; readonly name: string }
type Props = {
  readonly first: Page<PersonInDesk>
  readonly desk: Desk
  readonly self: string
  readonly mayManage: boolean
}

/** Who is in a desk and as what; those who manage it change that here. */
export const PeopleTable = ({ first, desk, self, mayManage }: Props) => {
  const { items, drop, ...more } = usePages(first, `/desks/${desk.slug}/members`, ({ person }) => person.id)
  return (
    <>
      <table className={classes.table} data-middle>
        <TableHead columns={['Name', 'Role', 'Joined']} actions={mayManage} />
        <tbody>
          {items.map((member) => (
            <Row
              key={member.person.id}
              member={member}
              desk={desk}
              isSelf={member.person.id === self}
              mayManage={mayManage}
              drop={drop}
            />
          ))}
        </tbody>
      </table>
      <ShowMore {...more} />
    </>
  )
}

type RowProps = Pick<Props, 'desk' | 'mayManage'> & {
  readonly member: PersonInDesk
  readonly isSelf: boolean
  readonly drop: (id: string) => void
}

const Row = ({ member, desk, isSelf, mayManage, drop }: RowProps) => {
  const router = useRouter()
  const [chosen, setChosen] = useState<Role | null>(null)
  const { person, role, version, joinedAt } = member
  const path = `/desks/${desk.slug}/members/${person.id}`

  const attempt = async (write: () => Promise<unknown>, said: string) => {
    try {
      await write()
      notify(said)
    } catch (error) {
      const old = error instanceof ApiProblem && error.status === 409 && error.current !== undefined
      notifyProblem(old ? changed(person.name) : error)
    }
    router.refresh()
  }
  const give = async (to: Role) => {
    setChosen(to)
    const said = `${person.name} is now ${roleLabels[to].withArticle}.`
    await attempt(() => request('PATCH', path, { body: { role: to }, version }), said)
    setChosen(null)
  }
  const remove = () =>
    confirm({
      title: isSelf ? `Leave ${desk.name}?` : `Remove ${person.name} from ${desk.name}?`,
      body: `${isSelf ? 'You' : 'They'} can no longer open the desk. What ${isSelf ? 'you' : 'they'} wrote stays under ${isSelf ? 'your' : 'their'} name.`,
      action: isSelf ? 'Leave' : 'Remove',
      onConfirm: () =>
        attempt(async () => {
          await request('DELETE', path, { version })
          drop(person.id)
          if (isSelf) location.assign('/')
        }, `${person.name} is no longer in ${desk.name}.`),
    })
  return (
    <tr>
      <th scope="row" className={classes.main}>
        <span className={classes.person}>
          <Initials id={person.id} name={person.name} />
          <span>
            <span className={classes.name}>
              {person.name}
              {isSelf && ' (you)'}
            </span>
            <span className={classes.about}>{person.email}</span>
          </span>
        </span>
      </th>
      <td data-part="role">
        {mayManage ? (
          <NativeSelect
            aria-label={`Role of ${person.name}`}
            value={chosen ?? role}
            disabled={chosen !== null}
            onChange={({ currentTarget: { value } }) => give(value as Role)}
            data={roles.map((value) => ({ value, label: roleLabels[value].label }))}
            w={120}
          />
        ) : (
          roleLabels[role].label
        )}
      </td>
      <td className={classes.when}>
        <RelativeTime at={joinedAt} />
      </td>
      {mayManage && (
        <td className={classes.menu} data-wide>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={remove}
            aria-label={`${isSelf ? 'Leave' : 'Remove'} ${person.name}`}
          >
            {isSelf ? 'Leave' : 'Remove'}
          </Button>
        </td>
      )}
    </tr>
  )
}

const changed = (name: string) =>
  new ApiProblem(409, '', `Someone else changed what ${name} may do in the meantime. The list shows it as it is now.`)
