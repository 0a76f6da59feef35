'use client'
import { TagsInput } from '@mantine/core'
import { useEffect, useMemo, useRef } from 'react'
import { useTranscript } from '@/components/api/store-context'

type Props = {
  readonly tags: readonly string[]
  readonly tag: string
  readonly onChange: (change: { readonly tags?: readonly string[]; readonly tag?: string }) => void
  readonly error?: string
  /** Whether it takes the focus when it appears. */
  readonly focused?: boolean
}

/** Tags, with those of the transcript to choose from. What is typed and not yet added counts as well. */
export const TagsField = ({ tags, tag, onChange, error, focused = false }: Props) => {
  const marks = useTranscript((state) => state.marks)
  const known = useMemo(() => [...new Set([...marks.values()].flatMap((mark) => mark.tags ?? []))].sort(), [marks])
  const field = useRef<HTMLInputElement>(null)
  const wanted = useRef(focused)
  useEffect(() => {
    if (wanted.current) field.current?.focus({ preventScroll: true })
  }, [])
  return (
    <TagsInput
      ref={field}
      label="Tags"
      size="sm"
      value={[...tags]}
      searchValue={tag}
      data={known}
      maxTags={30}
      // Upwards where there is room: below stand Save and Close.
      comboboxProps={{ position: 'top-start' }}
      maxDropdownHeight={180}
      error={error}
      onChange={(value) => onChange({ tags: value })}
      onSearchChange={(value) => onChange({ tag: value })}
    />
  )
}
