import type { UseFormReturnType } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Problem } from '../../api/problem.ts'
import { versionOf } from '../../api/version.ts'
import type { FieldOfProblem } from '../field-problems.ts'
import { useTexts } from '../language.tsx'
import { useNotices } from '../notices.tsx'
import { sharedTexts } from '../shared-texts.ts'
import { useSubmit } from '../use-submit.ts'
import type { EditConflict } from './conflict.tsx'

interface Editing<Values extends object, Thing extends object> {
  readonly form: UseFormReturnType<Values>
  /** As it was read last; of another version as soon as somebody else has changed it. */
  readonly thing: Thing
  readonly valuesOf: (thing: Thing) => Values
  /** Sends the change, with `ifMatch`, and gives the thing as it is then. */
  readonly save: (values: Values, ifMatch: string | undefined) => Promise<Thing>
  readonly byCode?: FieldOfProblem
  /** False where the way back is not known, such as of a PIN. */
  readonly canUndo?: boolean
}

/**
 * Submits a form that changes what is there. It is refused when somebody else has changed it meanwhile: `conflict` says so, and what was entered stays. The notice
 * afterwards has a button that sends what was there before. While nothing is entered, the form follows changes of others.
 */
export function useEdit<Values extends object, Thing extends object>(editing: Editing<Values, Thing>) {
  const { form, thing, valuesOf, save, byCode = {}, canUndo = true } = editing
  const texts = useTexts(sharedTexts)
  const { done, failed } = useNotices()
  const queries = useQueryClient()
  const [base, setBase] = useState(thing)
  const [refused, setRefused] = useState<Problem>()
  const show = (now: Thing): void => {
    const values = valuesOf(now)
    setBase(now)
    form.setInitialValues(values)
    form.setValues(values)
    form.resetDirty(values)
    form.clearErrors()
    setRefused(undefined)
  }
  // What others change is shown at once in a form into which nothing was entered. What was read before the last save is no news.
  const seen = useRef(thing)
  useEffect(() => {
    if (thing === seen.current || form.isDirty()) return
    seen.current = thing
    if (versionOf(thing) !== versionOf(base)) show(thing)
  })
  const store = async (values: Values, over: Thing): Promise<void> => {
    try {
      const saved = await save(values, versionOf(over))
      show(saved)
      done(texts.saved, canUndo ? async () => show(await save(valuesOf(over), versionOf(saved))) : undefined)
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'changed-meanwhile') throw error
      setRefused(error)
      await queries.invalidateQueries()
    }
  }
  const conflict = refused && {
    problem: refused,
    takeTheirs: () => show(thing),
    keepMine: () => void store(form.getValues(), thing).catch(failed),
  }
  const submit = useSubmit(form, (values) => store(values, base), byCode)
  return { ...submit, conflict: conflict satisfies EditConflict | undefined }
}
