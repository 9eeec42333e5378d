import type { SipRequest } from '@klinke/sip'
import type { CallParty } from '../call-records.ts'
import type { Leg } from '../leg/leg.ts'

/** Something that a party has begun inside a call: a transfer, a consultation. While its flow runs, others are rung on its behalf. */
export interface Undertaking {
  /** What asked for it: stands for the INVITE that its flow would have. */
  readonly request: SipRequest
  /** Whom extensions that are rung see as their caller, if that is not who asked for it. */
  readonly shown: CallParty | undefined
  /** Value of Referred-By (RFC 3892) for who is rung. */
  readonly referredBy: string | undefined
  /** Somebody rings. */
  ringing(): void
  /** The party that is led is connected, with `leg` or with something of ours. */
  answered(leg: Leg | undefined): void
}
