'use client'
import { useState } from 'react'
import { ApiProblem, request } from '@/components/api/client'
import type { TagEntry, TagFields } from '@/lib/annotation/tag'
import { TagForm } from './tag-form'

type Props = {
  readonly tag: TagEntry
  /** Told of the entry as the desk has it now. */
  readonly onNews: (tag: TagEntry) => void
  readonly onClose: () => void
}

const says = (tag: TagFields, fields: TagFields): boolean =>
  tag.name === fields.name.trim() && tag.colour === fields.colour && tag.note === fields.note.trim()

/**
 * The form of an entry that stands. It is saved on the entry as it was when the form was opened; where somebody has
 * changed that, what stands now is shown, and what is typed takes its place only once that was seen.
 */
export const TagEdit = ({ tag, onNews, onClose }: Props) => {
  const [seen, see] = useState(tag)
  const [theirs, meet] = useState<TagEntry | null>(null)
  const save = async (body: TagFields) => {
    const { id, version } = seen
    try {
      onNews(await request<TagEntry>('PATCH', `/tags/${id}`, { body, version }))
    } catch (error) {
      const current = error instanceof ApiProblem ? (error.current as TagEntry | undefined) : undefined
      if (current?.id !== id) throw error
      onNews(current)
      // An answer of one's own was lost, or somebody wrote the same.
      if (!says(current, body)) {
        see(current)
        meet(current)
        return
      }
    }
    onClose()
  }
  return <TagForm first={tag} theirs={theirs} action={theirs ? 'Keep mine' : 'Save'} onSave={save} onClose={onClose} />
}
