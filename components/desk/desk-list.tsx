import Link from 'next/link'
import type { Role } from '@/lib/permissions/can'
import classes from './desk-list.module.css'
import { roleLabels } from './roles'

type Props = { readonly desks: readonly { readonly slug: string; readonly name: string; readonly role: Role }[] }

/** The desks one is a member of, each a link, with one's role. */
export const DeskList = ({ desks }: Props) => (
  <ul className={classes.list}>
    {desks.map(({ slug, name, role }) => (
      <li key={slug}>
        <Link href={`/desks/${slug}`} className={classes.desk}>
          <span className={classes.name}>{name}</span>
          <span className={classes.role}>{roleLabels[role].label}</span>
        </Link>
      </li>
    ))}
  </ul>
)
