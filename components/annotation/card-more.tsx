'use client'
import { Menu } from '@mantine/core'
import { isTemporary } from '@/components/api/provisional'
import { useTranscriptActions, useTranscriptStore } from '@/components/api/store-context'
import { copyLink } from '@/components/transcript/copy-link'
import type { LateProps } from '@/components/ui/late'
import { LateMenu } from '@/components/ui/late-floating'
import { goingOnFrom } from './focus'

/** A card, and what whoever looks at it may do with it. */
export type CardMore = {
  readonly id: string
  readonly mayEdit: boolean
  readonly mayTag: boolean
  readonly mayDelete: boolean
}

/** What is rarely done with a card. */
export const CardMoreEntries = ({ id, mayEdit, mayTag, mayDelete, late }: CardMore & { readonly late: LateProps }) => {
  const store = useTranscriptStore()
  const { edit, remove } = useTranscriptActions()
  const removeIt = () => {
    const goOn = goingOnFrom(id, store.getState())
    void remove(id)
    goOn()
  }
  return (
    <LateMenu late={late} width={210}>
      {!isTemporary(id) && <Menu.Item onClick={() => void copyLink(id)}>Copy the link to it</Menu.Item>}
      {!mayEdit && mayTag && <Menu.Item onClick={() => edit({ id, part: 'annotation' })}>Change its tags</Menu.Item>}
      {mayDelete && (
        <Menu.Item color="red" onClick={removeIt}>
          Delete
        </Menu.Item>
      )}
    </LateMenu>
  )
}
