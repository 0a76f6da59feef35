import classes from './table.module.css'

type Column = {
  readonly name: string
  /** Figures stand to the right. */
  readonly figure?: boolean
  readonly sort?: 'ascending' | 'descending' | undefined
}

/** The head of a table of the desk: its columns, the last one for what can be done with a row where `actions` says so. */
export const TableHead = ({
  columns,
  actions = true,
}: {
  readonly columns: readonly (string | Column)[]
  readonly actions?: boolean
}) => (
  <thead>
    <tr>
      {columns
        .map((column): Column => (typeof column === 'string' ? { name: column } : column))
        .map(({ name, figure, sort }) => (
          <th key={name} scope="col" aria-sort={sort} className={figure ? classes.figure : undefined}>
            {name}
          </th>
        ))}
      {actions && (
        <th scope="col">
          <span className="unseen">Actions</span>
        </th>
      )}
    </tr>
  </thead>
)
