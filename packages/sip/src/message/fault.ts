import type { Result } from '@klinke/foundation'
import type { SipMessage, SipRequest } from './message.ts'

/** A request that gets an error answer: `buildResponse(fault.request, fault.status, { reason: fault.detail })`. */
export interface Rejection {
  readonly verdict: 'reject'
  /** 4xx or 5xx. */
  readonly status: number
  /** What is wrong, fit for the reason phrase. */
  readonly detail: string
  /** As much of the request as could be read: it has a Via that a response can follow. */
  readonly request: SipRequest
}

/** A response, an ACK, or something no response could be sent for: silence (RFC 3261 §8.1.3, §18.3). */
export interface Drop {
  readonly verdict: 'drop'
  readonly detail: string
}

export type MessageFault = Rejection | Drop

export type ParseResult = Result<SipMessage, MessageFault>
