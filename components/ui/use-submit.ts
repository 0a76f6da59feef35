'use client'
import type { UseFormReturnType } from '@mantine/form'
import { useState } from 'react'
import { ApiProblem } from '@/components/api/client'
import { sentenceOf } from './notice'

/**
 * Sends a form once at a time. What the API says about a field stands beside it and the first such field gets the
 * focus; everything else is `problem`, a sentence for above the button. What was typed stays.
 */
export const useSubmit = <V extends Record<string, unknown>>(
  form: UseFormReturnType<V>,
  send: (values: V) => Promise<void>,
) => {
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const focus = (path: string) => form.getInputNode(path)?.focus()

  const onSubmit = form.onSubmit(
    async (values) => {
      if (busy) return
      setBusy(true)
      setProblem(null)
      try {
        await send(values)
      } catch (error) {
        const faults = error instanceof ApiProblem ? error.errors : []
        const known = faults.filter(({ path }) => path in values)
        for (const { path, message } of known) form.setFieldError(path, message)
        if (known.length === 0) setProblem(sentenceOf(error))
        else if (known[0] !== undefined) focus(known[0].path)
      } finally {
        setBusy(false)
      }
    },
    (errors) => {
      const first = Object.keys(errors)[0]
      if (first !== undefined) focus(first)
    },
  )
  return { onSubmit, busy, problem, setProblem } as const
}
