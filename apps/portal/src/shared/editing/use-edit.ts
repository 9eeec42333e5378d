import type { UseFormReturnType } from '@mantine/form'
import type { FieldOfProblem } from '../field-problems.ts'
import { useTexts } from '../language.tsx'
import { useNotices } from '../notices.tsx'
import { sharedTexts } from '../shared-texts.ts'
import { useSubmit } from '../use-submit.ts'

/** Submits a form that changes what is there; the notice afterwards has a button that sends what was there `before`. */
export function useEdit<Values extends object>(
  form: UseFormReturnType<Values>,
  before: Values,
  save: (values: Values) => Promise<unknown>,
  byCode: FieldOfProblem = {},
) {
  const texts = useTexts(sharedTexts)
  const { done } = useNotices()
  const work = async (values: Values): Promise<void> => {
    await save(values)
    done(texts.saved, async () => {
      await save(before)
      form.setValues(before)
    })
  }
  return useSubmit(form, work, byCode)
}
