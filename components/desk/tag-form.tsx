'use client'
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Problem } from '@/components/ui/problem'
import { TagDot } from '@/components/ui/tag-dot'
import { useSubmit } from '@/components/ui/use-submit'
import type { TagFields } from '@/lib/annotation/tag'
import { type TagColour, tagColours } from '@/lib/annotation/tag-colours'
import classes from './codebook.module.css'

type Props = {
  readonly first: TagFields
  /** What somebody else has made of it meanwhile. */
  readonly theirs?: TagFields | null
  readonly action: string
  readonly onSave: (fields: TagFields) => Promise<void>
  readonly onClose: () => void
}

const label = (colour: string) => colour.charAt(0).toUpperCase() + colour.slice(1)

/** What an entry of the codebook says. */
export const TagForm = ({ first, theirs = null, action, onSave, onClose }: Props) => {
  const form = useForm({
    initialValues: { name: first.name, colour: first.colour as string, note: first.note },
    validate: { name: (typed) => (typed.trim() === '' ? 'Write the tag first.' : null) },
  })
  const { onSubmit, busy, problem } = useSubmit(form, (values) =>
    onSave({ ...values, colour: values.colour as TagColour }),
  )
  return (
    <form
      onSubmit={onSubmit}
      noValidate
      className={classes.form}
      aria-label={action === 'Add' ? 'New tag' : 'Edit tag'}
    >
      {theirs && (
        <div role="alert" className={classes.theirs}>
          <p>
            <b>Someone else has changed this tag in the meantime.</b> Yours is below and is not lost. It says now:
          </p>
          <p>
            <TagDot colour={theirs.colour} /> <b>{theirs.name}</b>, {theirs.colour}
          </p>
          <p>{theirs.note || 'It has no note.'}</p>
        </div>
      )}
      <TextInput label="Tag" maxLength={60} required data-autofocus autoFocus {...form.getInputProps('name')} />
      <NativeSelect
        label="Colour"
        leftSection={<TagDot colour={form.values.colour as TagColour} />}
        data={tagColours.map((colour) => ({ value: colour, label: label(colour) }))}
        {...form.getInputProps('colour')}
      />
      <Textarea
        label="When to use it"
        className={classes.wide}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        {...form.getInputProps('note')}
      />
      <div className={classes.ends}>
        <Button type="submit" loading={busy}>
          {action}
        </Button>
        <Button variant="default" onClick={onClose}>
          {theirs ? 'Take theirs' : 'Close'}
        </Button>
      </div>
      <Problem>{problem}</Problem>
    </form>
  )
}
