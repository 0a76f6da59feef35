'use client'
import { NativeSelect, Textarea } from '@mantine/core'
import { defaultVerdicts } from '@/lib/annotation/kinds'
import { type FieldsProps, noEvidence } from './annotation-words'
import { Quiet } from './buttons'
import { EvidenceFields } from './evidence-fields'
import classes from './form.module.css'

const verdicts = defaultVerdicts.map(({ id, label }) => ({ value: id, label }))

/** The fields of a source check: the claim, the verdict, and for a new one its evidence. */
export const CheckFields = ({ values, change, faults, fresh }: FieldsProps & { readonly fresh: boolean }) => {
  const { claim, verdict, evidence } = values
  const setRow = (at: number, part: Partial<(typeof evidence)[number]>) =>
    change({ evidence: evidence.map((row, other) => (other === at ? { ...row, ...part } : row)) })
  return (
    <>
      <Textarea
        label="Claim"
        placeholder="What is claimed, in your words"
        data-first
        autosize
        minRows={2}
        maxRows={10}
        value={claim}
        error={faults.claim}
        onChange={(event) => change({ claim: event.currentTarget.value })}
      />
      <NativeSelect
        label="Verdict"
        data={verdicts}
        value={verdict}
        error={faults.verdict}
        onChange={(event) => change({ verdict: event.currentTarget.value })}
      />
      {fresh &&
        evidence.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own before they are saved
          <fieldset key={at} className={classes.row}>
            <legend>Evidence {at + 1}</legend>
            <EvidenceFields
              focused={row === noEvidence}
              row={row}
              faults={faults}
              path={`evidence.${at}.`}
              onChange={(part) => setRow(at, part)}
            />
            <Quiet
              onClick={() => change({ evidence: evidence.filter((_, other) => other !== at) })}
              name={`Remove evidence ${at + 1}`}
            >
              Remove
            </Quiet>
          </fieldset>
        ))}
    </>
  )
}
