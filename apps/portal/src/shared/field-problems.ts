import type { UseFormReturnType } from '@mantine/form'
import { Problem } from '../api/problem.ts'

/** The form's path of the field that a JSON pointer (RFC 6901) names: `/forwardings/0/to` is `forwardings.0.to`. */
export function fieldOf(pointer: string): string {
  const parts = pointer.split('/').slice(1)
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')).join('.')
}

/** Problems that are about one field, though their documents name none: by code. */
export type FieldOfProblem = Readonly<Record<string, string>>

/**
 * Shows at the fields what the server did not accept. True when every part of the problem found its field; else the
 * caller says the rest, such as by a notice.
 */
export function showFieldProblems<Values extends object>(
  form: Pick<UseFormReturnType<Values>, 'setFieldError' | 'getValues'>,
  error: unknown,
  hint: (problem: Problem) => string,
  byCode: FieldOfProblem = {},
): boolean {
  if (!(error instanceof Problem)) return false
  const field = byCode[error.code]
  if (field !== undefined) form.setFieldError(field, hint(error))
  const known = error.fields.filter(({ pointer }) => (fieldOf(pointer).split('.')[0] ?? '') in form.getValues())
  for (const { pointer, detail } of known) form.setFieldError(fieldOf(pointer), detail)
  return field !== undefined || (known.length > 0 && known.length === error.fields.length)
}
