'use client'
import { ActionIcon } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranscript, useTranscriptActions } from '@/components/api/store-context'
import { useAttach } from '@/components/transcript/use-attach'
import { fetched } from '@/components/ui/fetched'
import { Late } from '@/components/ui/late'
import type { Annotation } from '@/lib/annotation/annotation'
import { toRepair } from '@/lib/annotation/to-repair'
import { can } from '@/lib/permissions/can'
import { Keyed } from './buttons'
import buttons from './buttons.module.css'
import classes from './card.module.css'
import type { CardMore } from './card-more'

const Entries = fetched(async () => (await import('./card-more')).CardMoreEntries)

/** What may be done with the chosen card, by who looks at it; what is rare stands in the menu. */
export const CardActions = ({ annotation }: { readonly annotation: Annotation }) => {
  const actor = useTranscript((state) => state.actor)
  const deskId = useTranscript((state) => state.transcript.desk.id)
  const stage = useTranscript(({ transcript }) => transcript.state)
  const { edit, resolve, dismiss, accept, acceptFlag } = useTranscriptActions()
  const attach = useAttach()
  const { id, kind, state, author, flag, placed } = annotation
  const subject = { deskId, state: stage, authorId: author.id, byDetector: author.kind === 'detector' }
  const may = (action: Parameters<typeof can>[1]) => can(actor, action, subject)
  const open = state === 'open'
  const mayEdit = may('annotation.edit')
  const dismissed = state === 'dismissed'
  const suggested = open && may('annotation.accept') ? flag?.expected[0] : undefined
  // A checker's word proposes; an editor's is done at once.
  const verb = may('correction.accept') ? 'Accept' : 'Propose'
  return (
    <footer className={classes.actions}>
      {attach && (
        <Keyed leading onClick={attach}>
          Attach to the selected words
        </Keyed>
      )}
      {toRepair(annotation) && (
        <a className={buttons.link} href={`/transcripts/${annotation.transcriptId}/repair#${id}`}>
          Repair
        </a>
      )}
      {kind === 'correction' && open && may('correction.accept') && placed !== 'lost' && (
        <Keyed leading keyed="A" onClick={() => void accept([id])}>
          Accept
        </Keyed>
      )}
      {kind === 'correction' && open && may('correction.reject') && (
        <Keyed keyed="X" onClick={() => edit({ id, part: 'dismiss' })}>
          Reject
        </Keyed>
      )}
      {suggested !== undefined && (
        <Keyed keyed="A" onClick={() => void acceptFlag(id, suggested, false)}>
          {verb} here
        </Keyed>
      )}
      {suggested !== undefined && flag && flag.evidence.length > 0 && (
        <Keyed keyed="⇧A" onClick={() => void acceptFlag(id, suggested, true)}>
          {verb} everywhere
        </Keyed>
      )}
      {may('reply.create') && (
        <Keyed keyed="M" onClick={() => edit({ id, part: 'reply' })}>
          Reply
        </Keyed>
      )}
      {mayEdit && (
        <Keyed keyed="E" onClick={() => edit({ id, part: 'annotation' })}>
          Edit
        </Keyed>
      )}
      {kind === 'check' && may('evidence.add') && (
        <Keyed keyed="V" onClick={() => edit({ id, part: 'evidence' })}>
          Evidence
        </Keyed>
      )}
      {kind === 'flag' && may('annotation.dismiss') && (open || dismissed) && (
        <Keyed keyed="X" onClick={() => (dismissed ? void dismiss(id, null) : edit({ id, part: 'dismiss' }))}>
          {dismissed ? 'Reopen' : 'Dismiss'}
        </Keyed>
      )}
      {may('annotation.resolve') && !dismissed && (
        <Keyed keyed="S" onClick={() => void resolve(id, open)}>
          {open ? 'Resolve' : 'Reopen'}
        </Keyed>
      )}
      <More id={id} mayEdit={mayEdit} mayTag={may('annotation.tag')} mayDelete={may('annotation.delete')} />
    </footer>
  )
}

const More = (more: CardMore) => {
  const [opened, open] = useState(false)
  return (
    <Late opens="menu" opened={opened} onChange={open} draw={(late) => <Entries {...more} late={late} />}>
      <ActionIcon variant="subtle" color="gray" size={28} aria-label="More to do with this card">
        <IconDots size={16} aria-hidden="true" />
      </ActionIcon>
    </Late>
  )
}
