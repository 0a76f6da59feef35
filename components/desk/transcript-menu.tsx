'use client'
import { ActionIcon, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDots } from '@tabler/icons-react'
import { useRouter } from 'next/navigation'
import { useRef } from 'react'
import { request } from '@/components/api/client'
import { versionHash } from '@/components/transcript/version-address'
import { notifyProblem, notifyUndo } from '@/components/ui/notice'
import { isSigned } from '@/lib/permissions/can'
import type { TranscriptSummary } from '@/lib/transcript/transcript'
import { DetailsWindow } from './details-window'

/** What one may do with the transcripts of a desk. */
export type MayWithTranscript = { readonly describe: boolean; readonly remove: boolean; readonly revise: boolean }

type Props = {
  readonly transcript: TranscriptSummary
  readonly may: MayWithTranscript
  /** Takes the row from the pages that were fetched later; the first page is read again. */
  readonly drop: (id: string) => void
}

/** What can be done with a transcript from the list. */
export const TranscriptMenu = ({ transcript, may, drop }: Props) => {
  const router = useRouter()
  const [editing, { open, close }] = useDisclosure(false)
  const button = useRef<HTMLButtonElement>(null)
  const { id, title, version } = transcript
  // The menu's item that opened the window is gone: the focus goes back to the menu's button.
  const leave = () => {
    close()
    setTimeout(() => button.current?.focus())
  }
  const remove = async () => {
    try {
      await request('DELETE', `/transcripts/${id}`, { version })
      drop(id)
      router.refresh()
      notifyUndo(`“${title}” is in the trash.`, async () => {
        await request('POST', `/transcripts/${id}/restore`)
        router.refresh()
      })
    } catch (error) {
      notifyProblem(error)
      router.refresh()
    }
  }
  return (
    <>
      <Menu width={200}>
        <Menu.Target>
          <ActionIcon ref={button} variant="subtle" color="gray" aria-label={`Actions for ${title}`}>
            <IconDots size={17} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component="a" href={`/transcripts/${id}`}>
            Open
          </Menu.Item>
          <Menu.Item component="a" href={`/transcripts/${id}/history`}>
            History of the text
          </Menu.Item>
          {may.describe && <Menu.Item onClick={open}>Edit details</Menu.Item>}
          {may.revise && !isSigned(transcript) && (
            <Menu.Item component="a" href={`/transcripts/${id}${versionHash}`}>
              Upload a newer version
            </Menu.Item>
          )}
          {may.remove && (
            <>
              <Menu.Divider />
              <Menu.Item color="red" onClick={remove}>
                Move to trash
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {editing && <DetailsWindow transcript={transcript} onClose={leave} onChanged={() => router.refresh()} />}
    </>
  )
}
