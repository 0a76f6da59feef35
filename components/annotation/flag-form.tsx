'use client'
import { NativeSelect, Textarea } from '@mantine/core'
import { flagSorts } from '@/lib/annotation/kinds'
import type { FieldsProps } from './annotation-words'
import classes from './form.module.css'

const sorts = Object.entries(flagSorts).map(([value, label]) => ({ value, label }))

/** The fields of a flag: what stands there, what should, which kind of fault it is, and why. */
export const FlagFields = ({ values, change, faults }: FieldsProps) => (
  <>
    <div className={classes.pair}>
      <Textarea
        label="Found"
        className={classes.passage}
        autosize
        minRows={1}
        maxRows={5}
        value={values.found}
        error={faults.found}
        onChange={(event) => change({ found: event.currentTarget.value })}
      />
      <Textarea
        label="Expected"
        className={classes.passage}
        placeholder="Several: one a line"
        autosize
        minRows={1}
        maxRows={5}
        value={values.expected}
        error={faults.expected}
        onChange={(event) => change({ expected: event.currentTarget.value })}
      />
    </div>
    <NativeSelect
      label="Kind of fault"
      data={sorts}
      value={values.sort}
      error={faults.sort}
      onChange={(event) => change({ sort: event.currentTarget.value })}
    />
    <Textarea
      label="Reason"
      data-first
      placeholder="Why, so that the next person can judge it"
      autosize
      minRows={2}
      maxRows={8}
      value={values.reason}
      error={faults.reason}
      onChange={(event) => change({ reason: event.currentTarget.value })}
    />
  </>
)
