import type { HeaderField } from '@klinke/sip'
import type { EndCause } from './call-records.ts'

/** The call did not come about: what the caller is told and what the record says. */
export interface Refusal {
  readonly kind: 'refused'
  readonly cause: EndCause
  /** SIP status 300–699 for the caller. */
  readonly status: number
  /** Reason phrase; absent is the standard one. */
  readonly reason?: string
  readonly headers?: readonly HeaderField[]
}

/** How a flow ended. */
export type Outcome = Refusal | { readonly kind: 'talked'; readonly cause: EndCause }

export function refused(cause: EndCause, status: number, reason?: string): Refusal {
  return reason === undefined ? { kind: 'refused', cause, status } : { kind: 'refused', cause, status, reason }
}
