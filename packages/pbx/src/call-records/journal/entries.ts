import type { CallAnswered, CallCharge, CallCharged, CallEnded, CallStarted } from '@klinke/calls'

/** What a record keeps of a running call, to be ended truthfully after a crash. */
export interface OpenCall {
  readonly id: string
  readonly tenantId: string
  readonly startedAtMs: number
  /** What it is rated by, as it was known last; absent: nothing has left the customer by its answer. */
  readonly charge?: CallCharge
}

/** The lines as they are stored: the port's entries, each with the start of its call, which says the table's partition. */
export type StartedEntry = CallStarted
export type AnsweredEntry = CallAnswered & { readonly startedAtMs: number }
export type ChargedEntry = CallCharged
export type EndedEntry = CallEnded & { readonly startedAtMs: number }
export interface AliveEntry {
  readonly atMs: number
}

/**
 * JSON that PostgreSQL accepts as jsonb: it refuses U+0000 and lone surrogates, which a peer can send in a display
 * name. Both become U+FFFD. The usual text has no escapes and is done after one search.
 */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value)
  return json.includes('\\u') ? JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? acceptable(part) : part)) : json
}

function acceptable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}
