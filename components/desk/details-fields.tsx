'use client'
import { SimpleGrid, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { z } from 'zod'
import { Metadata } from '@/lib/transcript/transcript'

/** What is known about a text besides its words, as it is typed: everything may stay empty. */
export type Details = { outlet: string; printedOn: string; language: string; translator: string; origin: string }
export const noDetails: Details = { outlet: '', printedOn: '', language: '', translator: '', origin: '' }

const filled = <S extends z.ZodType>(schema: S) =>
  z.preprocess((typed) => (typeof typed === 'string' ? typed.trim() || null : typed), schema)

/** Details as they are typed to what the API takes: an empty field is null. */
export const DetailsTyped = z.object({
  outlet: filled(Metadata.shape.outlet),
  printedOn: filled(Metadata.shape.printedOn),
  language: filled(Metadata.shape.language),
  translator: filled(Metadata.shape.translator),
  origin: filled(Metadata.shape.origin),
})

type FieldsProps<V extends Details> = { readonly form: UseFormReturnType<V>; readonly disabled?: boolean }

/** The fields of those details. */
export const DetailsFields = <V extends Details>({ form, disabled = false }: FieldsProps<V>) => (
  <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={14} verticalSpacing={14}>
    <TextInput
      disabled={disabled}
      label="Outlet"
      placeholder="The Quay Courier"
      key={form.key('outlet')}
      {...form.getInputProps('outlet')}
    />
    <TextInput
      disabled={disabled}
      label="Date printed"
      type="date"
      key={form.key('printedOn')}
      {...form.getInputProps('printedOn')}
    />
    <TextInput
      disabled={disabled}
      label="Language"
      placeholder="en"
      description="A code, such as en or pt-BR."
      key={form.key('language')}
      {...form.getInputProps('language')}
    />
    <TextInput
      disabled={disabled}
      label="Translator"
      description="If it is a translation."
      key={form.key('translator')}
      {...form.getInputProps('translator')}
    />
    <TextInput
      disabled={disabled}
      label="Where it came from"
      description="In words or as an address."
      style={{ gridColumn: '1 / -1' }}
      key={form.key('origin')}
      {...form.getInputProps('origin')}
    />
  </SimpleGrid>
)
