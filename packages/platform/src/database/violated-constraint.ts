import { errorCode } from './errors.ts'

/** Class 23 of SQLSTATE: integrity constraint violation. */
const INTEGRITY = /^23/

/** Name of the constraint that a statement broke, so that a store can say it in the user's words; undefined for any other error. */
export function violatedConstraint(error: unknown): string | undefined {
  const code = errorCode(error)
  if (code === undefined || !INTEGRITY.test(code)) return undefined
  return error instanceof Error && 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : undefined
}
