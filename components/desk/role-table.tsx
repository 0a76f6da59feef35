import { roles } from '@/lib/permissions/can'
import classes from './role-table.module.css'
import { roleLabels } from './roles'

/** Who may do what, in a few words. */
export const RoleTable = () => (
  <dl className={classes.roles}>
    {roles.map((role) => (
      <div key={role}>
        <dt>{roleLabels[role].label}</dt>
        <dd>{roleLabels[role].adds}</dd>
      </div>
    ))}
  </dl>
)
