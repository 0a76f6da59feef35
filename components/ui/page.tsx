import type { ReactNode } from 'react'
import { Logo } from './logo'
import classes from './page.module.css'

type PageProps = {
  readonly title: string
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** For forms and text rather than tables. */
  readonly narrow?: boolean
}

/** A screen of the desk below its bar: its name, what one can do, and the rest. */
export const Page = ({ title, lead, actions, children, narrow = false }: PageProps) => (
  <main id="main" tabIndex={-1} className={classes.page} data-narrow={narrow || undefined}>
    <div className={classes.head}>
      <div>
        <h1 className={classes.title}>{title}</h1>
        {lead !== undefined && <p className={classes.lead}>{lead}</p>}
      </div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </div>
    {children}
  </main>
)

type SectionProps = {
  readonly title: string
  readonly lead?: ReactNode
  readonly children: ReactNode
  readonly id?: string
}

/** A part of a screen, with its own heading. */
export const Section = ({ title, lead, children, id }: SectionProps) => (
  <section className={classes.section} id={id} aria-label={title}>
    <h2 className={classes.heading}>{title}</h2>
    {lead !== undefined && <p className={classes.lead}>{lead}</p>}
    {children}
  </section>
)

type EntryProps = { readonly title: string; readonly lead?: ReactNode; readonly children: ReactNode }

/** A screen before the desk (signing in, joining) or in place of one: a single column under the name. */
export const Entry = ({ title, lead, children }: EntryProps) => (
  <main id="main" tabIndex={-1} className={classes.entry}>
    <a href="/" className={classes.name} aria-label="Verbatim, to the start">
      <Logo />
    </a>
    <div className={classes.card}>
      <h1 className={classes.entryTitle}>{title}</h1>
      {lead !== undefined && <p className={classes.lead}>{lead}</p>}
      {children}
    </div>
  </main>
)

type EmptyProps = { readonly title: string; readonly children: ReactNode; readonly action?: ReactNode }

/** What stands in place of an empty list: that it is empty, and how to fill it. */
export const Empty = ({ title, children, action }: EmptyProps) => (
  <div className={classes.empty}>
    <p className={classes.emptyTitle}>{title}</p>
    <p className={classes.lead}>{children}</p>
    {action !== undefined && <div className={classes.emptyAction}>{action}</div>}
  </div>
)
