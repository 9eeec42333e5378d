import type { Entry } from '../../api/operation.ts'

export type Right = Entry<'GET /number-rights'>

export const PROOFS = ['contract', 'invoice', 'authorisation', 'assignment'] as const
export type Proof = (typeof PROOFS)[number]

/** It was approved, and its last day is over. */
export function isOver({ state, validUntil }: Right): boolean {
  return state === 'approved' && validUntil !== null && Date.parse(validUntil) <= Date.now()
}

/** The midnight after that day, where the browser is. */
export function endOf(lastDay: string): string {
  const at = new Date(`${lastDay}T00:00`)
  at.setDate(at.getDate() + 1)
  return at.toISOString()
}

/** The day before that midnight. */
export function lastDayOf(validUntil: string): string {
  return new Date(Date.parse(validUntil) - 1).toISOString()
}
