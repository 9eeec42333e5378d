import type { UseFormReturnType } from '@mantine/form'
import { useState } from 'react'
import { type FieldOfProblem, showFieldProblems } from './field-problems.ts'
import { useLanguage } from './language.tsx'
import { useNotices } from './notices.tsx'
import { problemHint } from './problem-texts.ts'

/**
 * Submits a form: `<form onSubmit={submit.onSubmit}>`, and `submit.isBusy` while it is at work. What the server does not accept stands at its field
 * afterwards, or in a notice when it has none.
 */
export function useSubmit<Values extends object>(
  form: UseFormReturnType<Values>,
  work: (values: Values) => Promise<unknown>,
  byCode: FieldOfProblem = {},
) {
  const [isBusy, setBusy] = useState(false)
  const { language } = useLanguage()
  const { failed } = useNotices()
  const run = async (values: Values): Promise<void> => {
    setBusy(true)
    try {
      await work(values)
    } catch (error) {
      if (!showFieldProblems(form, error, (problem) => problemHint(problem, language), byCode)) failed(error)
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, onSubmit: form.onSubmit((values) => void run(values)) }
}
