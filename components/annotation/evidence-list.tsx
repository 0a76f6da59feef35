'use client'
import { isTemporary } from '@/components/api/provisional'
import { useTranscript, useTranscriptActions } from '@/components/api/store-context'
import { RelativeTime } from '@/components/ui/time'
import type { Annotation, Evidence } from '@/lib/annotation/annotation'
import { mayLink } from '@/lib/annotation/body-link'
import { stances } from '@/lib/annotation/kinds'
import { can } from '@/lib/permissions/can'
import { Quiet } from './buttons'
import classes from './card.module.css'
import { EvidenceForm } from './forms'

/** How many rows a card shows while it is not chosen. */
const few = 2

const Source = ({ source }: { readonly source: Evidence['source'] }) =>
  source.url && mayLink(source.url) ? (
    <a href={source.url} target="_blank" rel="noopener noreferrer nofollow">
      {source.title}
    </a>
  ) : (
    <span>{source.title}</span>
  )

type RowProps = { readonly id: string; readonly row: Evidence; readonly whole: boolean }

const Row = ({ id, row, whole }: RowProps) => {
  const actor = useTranscript((state) => state.actor)
  const deskId = useTranscript((state) => state.transcript.desk.id)
  const stage = useTranscript(({ transcript }) => transcript.state)
  const { edit, removeEvidence } = useTranscriptActions()
  const subject = { deskId, state: stage, authorId: row.by.id }
  const waiting = isTemporary(row.id)
  return (
    <>
      <p className={classes.source}>
        <span className={classes.stance} data-stance={row.stance}>
          {stances[row.stance]}
        </span>{' '}
        <Source source={row.source} />
      </p>
      {whole && (
        <>
          {row.quote !== '' && <p className={classes.passage}>“{row.quote}”</p>}
          {row.note !== '' && <p className={classes.aside}>{row.note}</p>}
          <p className={classes.small}>
            <span>
              {row.by.name} · <RelativeTime at={row.at} />
            </span>
            {!waiting && can(actor, 'evidence.edit', subject) && (
              <Quiet
                onClick={() => edit({ id, part: 'evidence', item: row.id })}
                name={`Edit evidence: ${row.source.title}`}
              >
                Edit
              </Quiet>
            )}
            {!waiting && can(actor, 'evidence.delete', subject) && (
              <Quiet onClick={() => void removeEvidence(id, row.id)} name={`Delete evidence: ${row.source.title}`}>
                Delete
              </Quiet>
            )}
          </p>
        </>
      )}
    </>
  )
}

/** The evidence of a source check: all of it on the chosen card, the first sources of any other. */
export const EvidenceList = ({ annotation, whole }: { readonly annotation: Annotation; readonly whole: boolean }) => {
  const editing = useTranscript((state) => (state.editing?.id === annotation.id ? state.editing : null))
  const rows = annotation.check?.evidence ?? []
  const open = editing?.part === 'evidence' ? (editing.item ?? 'new') : null
  const shown = whole ? rows : rows.slice(0, few)
  return (
    <>
      {shown.length > 0 && (
        <ul className={classes.rows} aria-label="Evidence">
          {shown.map((row) => (
            <li key={row.id}>
              {open === row.id ? (
                <EvidenceForm id={annotation.id} row={row} />
              ) : (
                <Row id={annotation.id} row={row} whole={whole} />
              )}
            </li>
          ))}
        </ul>
      )}
      {rows.length > shown.length && <p className={classes.small}>and {rows.length - shown.length} more</p>}
      {open === 'new' && (
        <div className={classes.part}>
          <EvidenceForm id={annotation.id} />
        </div>
      )}
    </>
  )
}
