'use client'
import { TagsInput } from '@mantine/core'
import { useEffect, useMemo, useRef } from 'react'
import { useTranscript } from '@/components/api/store-context'
import { TagDot } from '@/components/ui/tag-dot'
import { can } from '@/lib/permissions/can'
import { AddToCodebook } from './add-to-codebook'
import classes from './form.module.css'
import { useCodebook } from './use-codebook'

type Props = {
  readonly tags: readonly string[]
  readonly tag: string
  readonly onChange: (change: { readonly tags?: readonly string[]; readonly tag?: string }) => void
  readonly error?: string
  /** Whether it takes the focus when it appears. */
  readonly focused?: boolean
}

/**
 * Tags: first those of the codebook, each with its note, then others of the transcript. What is typed and not yet added
 * counts as well. Editors add new ones to the codebook here.
 */
export const TagsField = ({ tags, tag, onChange, error, focused = false }: Props) => {
  const marks = useTranscript((state) => state.marks)
  const codebook = useCodebook()
  const mayAdd = useTranscript(({ actor, transcript }) => can(actor, 'codebook.edit', { deskId: transcript.desk.id }))
  const data = useMemo(() => {
    const known = [...codebook.keys()]
    const others = [...new Set([...marks.values()].flatMap((mark) => mark.tags ?? []))].filter(
      (one) => !codebook.has(one),
    )
    if (known.length === 0) return others.sort()
    const rest = others.length === 0 ? [] : [{ group: 'Other tags here', items: others.sort() }]
    return [{ group: 'Codebook', items: known }, ...rest]
  }, [marks, codebook])
  const field = useRef<HTMLInputElement>(null)
  const wanted = useRef(focused)
  useEffect(() => {
    if (wanted.current) field.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div>
      <TagsInput
        ref={field}
        label="Tags"
        size="sm"
        value={[...tags]}
        searchValue={tag}
        data={data}
        maxTags={30}
        renderOption={({ option }) => {
          const entry = codebook.get(option.value)
          return (
            <span>
              {entry && <TagDot colour={entry.colour} />}
              {option.value}
              {entry?.note && <span className={classes.hint}> {entry.note}</span>}
            </span>
          )
        }}
        // Upwards where there is room: below stand Save and Close.
        comboboxProps={{ position: 'top-start' }}
        maxDropdownHeight={180}
        error={error}
        onChange={(value) => onChange({ tags: value })}
        onSearchChange={(value) => onChange({ tag: value })}
      />
      {mayAdd && <AddToCodebook tags={tags.filter((one) => !codebook.has(one))} />}
    </div>
  )
}
