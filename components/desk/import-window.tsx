'use client'
import { Modal, Tabs } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { Formats } from './accepted'
import { DropArea } from './drop-area'
import { ImportFiles, useFilesForm } from './import-files'
import { ImportPaste, usePasteForm } from './import-paste'
import { useImport } from './use-import'

const Opener = createContext<() => void>(() => {})

/** Opens the import window of the desk one is in. */
export const useOpenImport = () => useContext(Opener)

type Props = {
  readonly desk: { readonly slug: string; readonly name: string }
  /** The id of whoever imports: what they paste is kept for them. */
  readonly person: string
  readonly formats: Formats
  readonly children: ReactNode
}

/** What is typed stays while the window is closed, and an upload goes on: both live here, not in the window. */
export const Importing = ({ desk, person, formats, children }: Props) => {
  const router = useRouter()
  const [opened, setOpened] = useState(false)
  const [tab, setTab] = useState<string | null>('files')
  const queue = useImport(desk.slug, router.refresh)
  const filesForm = useFilesForm()
  const paste = usePasteForm(desk.slug, person)

  useEffect(() => {
    if (!queue.busy) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [queue.busy])

  const take = (files: readonly File[]) => {
    queue.add(files)
    setTab('files')
    setOpened(true)
  }
  const close = () => {
    setOpened(false)
    if (!queue.busy) queue.clear()
  }
  return (
    <Opener value={() => setOpened(true)}>
      {children}
      <DropArea onDrop={take} label={`Drop files to import them into ${desk.name}`} />
      <Modal opened={opened} onClose={close} title={`Import into ${desk.name}`} size={640}>
        <Tabs value={tab} onChange={setTab} keepMounted={false}>
          <Tabs.List mb={16}>
            <Tabs.Tab value="files">Files</Tabs.Tab>
            <Tabs.Tab value="paste">Paste</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="files">
            <ImportFiles formats={formats} queue={queue} form={filesForm} onClose={close} />
          </Tabs.Panel>
          <Tabs.Panel value="paste">
            <ImportPaste desk={desk.slug} form={paste.form} onImported={paste.forget} onClose={close} />
          </Tabs.Panel>
        </Tabs>
      </Modal>
    </Opener>
  )
}
