'use client'
import { Modal, Tabs } from '@mantine/core'
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useState } from 'react'
import type { Job } from '@/lib/transcript/job'
import type { Formats } from './accepted'
import { DropArea } from './drop-area'
import { ImportFiles, useFilesForm } from './import-files'
import { ImportPaste, usePasteForm } from './import-paste'
import { isMoving } from './import-queue'
import { ImportsContext, useImports, useMakeImports } from './use-imports'

const Opener = createContext<() => void>(() => {})

/** Opens the import window of the desk one is in. */
export const useOpenImport = () => useContext(Opener)

type Props = {
  readonly desk: { readonly slug: string; readonly name: string }
  /** The id of whoever imports: what they paste is kept for them. */
  readonly person: string
  readonly formats: Formats
  /** The jobs there are when the page is opened. */
  readonly jobs: readonly Job[]
  readonly children: ReactNode
}

/** What is typed stays while the window is closed, and imports go on: they live here, not in the window. */
export const Importing = ({ jobs, ...rest }: Props) => (
  <ImportsContext value={useMakeImports(rest.desk.slug, jobs)}>
    <ImportWindow {...rest} />
  </ImportsContext>
)

const ImportWindow = ({ desk, person, formats, children }: Omit<Props, 'jobs'>) => {
  const { items, jobs, news, add, clear } = useImports()
  const [opened, setOpened] = useState(false)
  const [tab, setTab] = useState<string | null>('files')
  const filesForm = useFilesForm()
  const paste = usePasteForm(desk.slug, person)
  const [pasted, setPasted] = useState<string | null>(null)
  const stored = jobs.some(({ id, state }) => id === pasted && state === 'done')
  const forgetPasted = useEffectEvent(() => {
    setPasted(null)
    paste.form.reset()
    paste.forget()
  })
  useEffect(() => {
    if (stored) forgetPasted()
  }, [stored])

  const take = (files: readonly File[]) => {
    add(files)
    setTab('files')
    setOpened(true)
  }
  const close = () => {
    setOpened(false)
    if (!items.some(isMoving)) clear()
  }
  // Where it stands it is heard: what lies outside an open window is not.
  const heard = (
    <p className="unseen" role="status">
      {news}
    </p>
  )
  return (
    <Opener value={() => setOpened(true)}>
      {children}
      {!opened && heard}
      <DropArea onDrop={take} label={`Drop files to import them into ${desk.name}`} />
      <Modal opened={opened} onClose={close} title={`Import into ${desk.name}`} size={640}>
        {heard}
        <Tabs value={tab} onChange={setTab} keepMounted={false}>
          <Tabs.List mb={16}>
            <Tabs.Tab value="files">Files</Tabs.Tab>
            <Tabs.Tab value="paste">Paste</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="files">
            <ImportFiles formats={formats} form={filesForm} onClose={close} />
          </Tabs.Panel>
          <Tabs.Panel value="paste">
            <ImportPaste
              desk={desk.slug}
              form={paste.form}
              onQueued={setPasted}
              onImported={paste.forget}
              onClose={close}
            />
          </Tabs.Panel>
        </Tabs>
      </Modal>
    </Opener>
  )
}
