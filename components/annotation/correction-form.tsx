'use client'
import { Textarea } from '@mantine/core'
import type { FieldsProps } from './annotation-words'
import classes from './card.module.css'
import { changeOf } from './change-of'
import form from './form.module.css'

/** The field of a correction: the words that are to stand there, and what that changes. */
export const CorrectionFields = ({ values, change, faults, from }: FieldsProps & { readonly from: string }) => {
  const { before, deleted, inserted, after } = changeOf(from, values.to)
  return (
    <>
      <Textarea
        label="Replace with"
        className={form.passage}
        description="Left empty, the words are taken out"
        data-first
        data-select-all
        autosize
        minRows={1}
        maxRows={12}
        value={values.to}
        error={faults.to}
        onChange={(event) => change({ to: event.currentTarget.value })}
      />
      <p className={classes.passage} aria-live="polite">
        {before}
        {deleted && <del className={classes.deleted}>{deleted}</del>}
        {deleted && inserted && ' '}
        {inserted && <ins className={classes.inserted}>{inserted}</ins>}
        {after}
      </p>
    </>
  )
}
