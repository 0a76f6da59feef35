'use client'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { request } from '@/components/api/client'
import { notify, sentenceOf } from '@/components/ui/notice'
import { Problem } from '@/components/ui/problem'
import type { TagImport } from '@/lib/annotation/tag'
import { unstorableAt } from '@/lib/text/plain'
import classes from './codebook.module.css'
import { TagImportPreview } from './tag-import-preview'

type Props = { readonly desk: string; readonly onDone: () => Promise<void> }
type Looked = { readonly text: string; readonly file: string; readonly told: TagImport }

const count = (names: readonly unknown[]) => names.length.toLocaleString('en')

/** Takes a codebook in from a file: first says what that adds and changes, then does it. */
export const TagImportForm = ({ desk, onDone }: Props) => {
  const [looked, setLooked] = useState<Looked | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const ask = (text: string, apply: boolean) =>
    request<TagImport>('POST', `/desks/${desk}/tags/import`, { body: { text, apply } })
  const attempt = async (run: () => Promise<void>) => {
    setBusy(true)
    setProblem(null)
    await run().catch((error: unknown) => setProblem(sentenceOf(error)))
    setBusy(false)
  }
  const look = (file: File) =>
    attempt(async () => {
      setLooked(null)
      const text = await file.text()
      // What is no text at all is told by its name, before it is sent.
      if (unstorableAt(text) !== -1) throw new Error(`${file.name} is no text file. Choose a codebook as CSV or JSON.`)
      setLooked({ text, file: file.name, told: await ask(text, false) })
    })
  const apply = ({ text }: Looked) =>
    attempt(async () => {
      const { added, changed } = await ask(text, true)
      setLooked(null)
      await onDone()
      notify(`${count(added)} added, ${count(changed)} changed.`)
    })
  const nothing = looked !== null && looked.told.added.length + looked.told.changed.length === 0
  return (
    <div className={classes.import}>
      <label className={classes.pick}>
        Import CSV or JSON
        <input
          type="file"
          accept=".csv,.json,text/csv,application/json"
          disabled={busy}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? []
            if (file) void look(file)
            // The same file can be chosen again after it was mended.
            currentTarget.value = ''
          }}
        />
      </label>
      <Problem>{problem}</Problem>
      {looked !== null && (
        <section aria-label="What the import would do" className={classes.preview}>
          <p>
            <strong>{looked.file}</strong>
          </p>
          <TagImportPreview told={looked.told} />
          <div className={classes.ends}>
            {nothing ? (
              <span>There is nothing to do.</span>
            ) : (
              <Button loading={busy} onClick={() => void apply(looked)}>
                Import
              </Button>
            )}
            <Button variant="default" onClick={() => setLooked(null)}>
              Close
            </Button>
          </div>
        </section>
      )}
    </div>
  )
}
