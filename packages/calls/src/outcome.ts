import type { HeaderField, ResponseOptions } from '@klinke/sip'
import type { EndCause } from './call-records.ts'

/** A limit of the day is reached, a new country waits for approval, the provider has locked the line, the device may not call. */
type GuardWhy = 'guard-limit' | 'guard-country' | 'guard-lock' | 'guard-agent'

/** The call did not come about: what the caller is told and what the record says. */
export interface Refusal {
  readonly kind: 'refused'
  readonly cause: EndCause
  /** SIP status 300–699 for the caller. */
  readonly status: number
  /** Reason phrase; absent is the standard one. */
  readonly reason?: string
  readonly headers?: readonly HeaderField[]
  /** Value of a Reason header (RFC 3326) for the parties that still ring. */
  readonly because?: string
  /** The way was at fault and nobody has been rung: another way to the same party is worth a try. */
  readonly tryElsewhere?: true
  /** The caller has been told why in words. */
  readonly isTold?: true
  /** The party is elsewhere: the Contact of its 3xx (RFC 3261 §8.1.3.4). Whether the call follows it there is for its flow to say. */
  readonly redirectedTo?: string
  /**
   * More exactly than `cause`, where the caller is to hear it, or not: rules of the customer forbid it, the caller's telephone is locked, all
   * channels of the contract are in use, calls come faster than the contract allows, the guard against costs objects, the prepaid credit is
   * used up, or the caller is known for spam.
   */
  readonly why?: 'barred' | 'phone-lock' | 'channels-in-use' | 'call-rate' | 'spam' | 'no-credit' | GuardWhy
}

/** The call was answered, and is over. */
export interface Talked {
  readonly kind: 'talked'
  readonly cause: EndCause
  /** Value of a Reason header (RFC 3326) for the parties still there. */
  readonly reason?: string
}

/** How a flow ended. */
export type Outcome = Refusal | Talked

export function refused(cause: EndCause, status: number, reason?: string): Refusal {
  return reason === undefined ? { kind: 'refused', cause, status } : { kind: 'refused', cause, status, reason }
}

export function talked(cause: EndCause, reason?: string): Talked {
  return reason === undefined ? { kind: 'talked', cause } : { kind: 'talked', cause, reason }
}

/** The refusal's words for a final response. */
export function refusalOptions({ reason, headers }: Refusal): ResponseOptions {
  return { ...(reason !== undefined && { reason }), ...(headers !== undefined && { headers }) }
}
