'use client'
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { request } from '@/components/api/client'
import { confirm } from '@/components/ui/confirm'
import { notify, sentenceOf } from '@/components/ui/notice'
import { Empty, Section } from '@/components/ui/page'
import { TagDot } from '@/components/ui/tag-dot'
import type { TagEntry, TagFields } from '@/lib/annotation/tag'
import classes from './codebook.module.css'
import { TagEdit } from './tag-edit'
import { TagForm } from './tag-form'
import { TagImportForm } from './tag-import-form'

type Props = { readonly first: readonly TagEntry[]; readonly desk: string; readonly mayEdit: boolean }

const byName = (a: TagEntry, b: TagEntry) => a.name.localeCompare(b.name)

/** The tags of a desk with what they mean; editors write them, everyone reads them. */
export const Codebook = ({ first, desk, mayEdit }: Props) => {
  const [tags, setTags] = useState(first)
  const [editing, setEditing] = useState<string | 'new' | null>(null)
  const was = useRef(editing)
  // When the form goes, the focus goes back to the button that opened it.
  useEffect(() => {
    if (editing === null && was.current !== null) document.getElementById(`tag-${was.current}`)?.focus()
    was.current = editing
  }, [editing])
  // When a row has gone, its focus goes to the row beside it.
  const left = useRef<{ readonly gone: string; readonly beside: string } | null>(null)
  useEffect(() => {
    // Not before: the window that asked gives the focus back to the row as long as that is there.
    if (left.current === null || tags.some(({ id }) => id === left.current?.gone)) return
    const { beside } = left.current
    left.current = null
    // Once the window that asked has gone: until then it may take the focus back.
    const go = () => {
      if (document.querySelector('[role="dialog"]')) requestAnimationFrame(go)
      else document.getElementById(`tag-${beside}`)?.focus()
    }
    go()
  }, [tags])
  const close = () => setEditing(null)
  const put = (tag: TagEntry) => setTags((now) => [...now.filter(({ id }) => id !== tag.id), tag].sort(byName))
  const add = async (body: TagFields) => {
    put(await request<TagEntry>('POST', `/desks/${desk}/tags`, { body }))
    close()
  }
  const remove = (tag: TagEntry) =>
    confirm({
      title: `Take “${tag.name}” out of the codebook?`,
      body: 'Its colour and note go. Annotations that carry the tag keep it.',
      action: 'Take it out',
      onConfirm: () =>
        request('DELETE', `/tags/${tag.id}`, { version: tag.version }).then(
          () => {
            const at = tags.findIndex(({ id }) => id === tag.id)
            left.current = { gone: tag.id, beside: (tags[at + 1] ?? tags[at - 1])?.id ?? 'new' }
            setTags((now) => now.filter(({ id }) => id !== tag.id))
            notify(`“${tag.name}” is no longer in the codebook.`)
          },
          (error: unknown) => notify(sentenceOf(error)),
        ),
    })
  const reload = async () => setTags((await request<{ items: TagEntry[] }>('GET', `/desks/${desk}/tags`)).items)
  return (
    <>
      {tags.length === 0 && (
        <Empty title="The codebook is empty">
          {mayEdit
            ? 'Add the tags your desk agrees on, each with a note that says when to use it.'
            : 'An editor of the desk can add tags, each with a note that says when to use it.'}
        </Empty>
      )}
      {tags.length > 0 && (
        <ul className={classes.list} aria-label="Tags">
          {tags.map((tag) => (
            <li key={tag.id} className={classes.row}>
              {editing === tag.id ? (
                <TagEdit tag={tag} onNews={put} onClose={close} />
              ) : (
                <>
                  <span className={classes.name}>
                    <TagDot colour={tag.colour} />
                    {tag.name}
                  </span>
                  <span className={classes.note}>{tag.note}</span>
                  {mayEdit && (
                    <span className={classes.verbs}>
                      <button
                        type="button"
                        className={classes.quiet}
                        id={`tag-${tag.id}`}
                        aria-label={`Edit ${tag.name}`}
                        onClick={() => setEditing(tag.id)}
                      >
                        Edit
                      </button>
                      <button
                        type="button"
                        className={classes.quiet}
                        aria-label={`Take out ${tag.name}`}
                        onClick={() => void remove(tag)}
                      >
                        Take out
                      </button>
                    </span>
                  )}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayEdit &&
        (editing === 'new' ? (
          <div className={classes.fresh}>
            <TagForm first={{ name: '', colour: 'grey', note: '' }} action="Add" onSave={add} onClose={close} />
          </div>
        ) : (
          <Button id="tag-new" onClick={() => setEditing('new')}>
            Add a tag
          </Button>
        ))}
      <Section title="Files" lead="The codebook as a spreadsheet (CSV) or as JSON, to keep or to take to another desk.">
        <p className={classes.files}>
          <a href={`/api/v1/desks/${desk}/tags/export/csv`}>Export CSV</a>
          <a href={`/api/v1/desks/${desk}/tags/export/json`}>Export JSON</a>
        </p>
        {mayEdit && <TagImportForm desk={desk} onDone={reload} />}
      </Section>
    </>
  )
}
