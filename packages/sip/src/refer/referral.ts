import type { SipRequest } from '../message/message.ts'
import type { SubscriptionEnd } from '../subscription/subscription.ts'
import type { Flow } from '../transport/transport.ts'
import type { HeaderField, RequestOutcome, ResponseOptions } from '../user-agent/user-agent.ts'
import type { ReferTarget, ReferWish } from './refer-target.ts'
import type { ReferProgress } from './sipfrag.ts'

/** A REFER of a peer (RFC 3515): it asks us to call somebody, in a dialog mostly instead of the party it talks to. */
export interface IncomingReferral {
  readonly request: SipRequest
  readonly flow: Flow
  readonly target: ReferTarget
  /** Value of Referred-By (RFC 3892 §3), to go into the new INVITE as it is. */
  readonly referredBy: string | undefined
  /**
   * Takes it: 202, and a first NOTIFY with 100. `tell` what becomes of the new call; a status of 200 or more is the last word.
   * A peer that asks for silence (RFC 4488) hears nothing, and telling does no harm.
   */
  accept(): ReferralProgress
  reject(status: number, options?: ResponseOptions): void
}

/** A REFER outside any dialog, such as click-to-dial. It makes a dialog of its own, for its NOTIFYs. */
export interface OutsideReferral extends IncomingReferral {
  /** Takes the request out of the world without an answer (flood defence). */
  drop(): void
}

/** The implicit subscription of who sent the REFER (RFC 3515 §2.4.4). */
export interface ReferralProgress {
  /** The newest response of the new call. What comes faster than the peer answers is told together: the last counts. */
  tell(status: number, reason?: string): void
  /** Settles when nobody listens any more: told to the end, left, refused, or run out. */
  readonly ended: Promise<SubscriptionEnd>
}

/** A REFER to send in a session. */
export interface OutgoingRefer {
  readonly target: ReferWish
  /** Value of Referred-By. */
  readonly referredBy?: string
  /** Asks the peer not to report (RFC 4488). Default: it shall. */
  readonly silent?: boolean
  readonly headers?: readonly HeaderField[]
}

/** A REFER of ours and what the peer tells of it. */
export interface OutgoingReferral {
  /** The answer to the REFER itself. A 2xx says that the peer tries. */
  readonly answer: Promise<RequestOutcome>
  /** What the peer's call has come to, as it tells; ends when it tells no more. One reader. */
  readonly progress: AsyncIterable<ReferProgress>
  /** The final status of the peer's call; `undefined` when it refused to try or never told. */
  readonly result: Promise<number | undefined>
}
