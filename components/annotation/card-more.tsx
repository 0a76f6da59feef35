'use client'
import { Menu } from '@mantine/core'
import { isTemporary } from '@/components/api/provisional'
import { useTranscriptActions } from '@/components/api/store-context'
import { copyLink } from '@/components/transcript/copy-link'
import type { LateProps } from '@/components/ui/late'
import { LateMenu } from '@/components/ui/late-floating'

/** A card, and what whoever looks at it may do with it. */
export type CardMore = {
  readonly id: string
  readonly mayEdit: boolean
  readonly mayTag: boolean
  readonly mayDelete: boolean
}

/** What is rarely done with a card. */
export const CardMoreEntries = ({ id, mayEdit, mayTag, mayDelete, late }: CardMore & { readonly late: LateProps }) => {
  const { edit, remove } = useTranscriptActions()
  return (
    <LateMenu late={late} width={210}>
      {!isTemporary(id) && <Menu.Item onClick={() => void copyLink(id)}>Copy the link to it</Menu.Item>}
      {!mayEdit && mayTag && <Menu.Item onClick={() => edit({ id, part: 'annotation' })}>Change its tags</Menu.Item>}
      {mayDelete && (
        <Menu.Item color="red" onClick={() => void remove(id)}>
          Delete
        </Menu.Item>
      )}
    </LateMenu>
  )
}
