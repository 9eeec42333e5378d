import type { ReferralProgress } from '@klinke/sip'
import type { Call } from '../call/call.ts'
import type { Leg } from '../leg/leg.ts'
import type { Outcome } from '../outcome.ts'

/** How long a phone may take to hang up by itself after it was told that its transfer has succeeded. */
const FAREWELL_MS = 2000

/** How long a phone that leaves as soon as its transfer is taken on (202) may take for that. */
const LEAVES_WITHIN_MS = 500

/** Tells the phone that asked for a transfer what becomes of it, each thing once (RFC 3515 §2.4.5). */
export class TransferProgress {
  readonly #progress: ReferralProgress
  #told = 100

  constructor(progress: ReferralProgress) {
    this.#progress = progress
  }

  ringing(): void {
    if (this.#told < 180) this.#tell(180)
  }

  connected(): void {
    if (this.#told < 200) this.#tell(200)
  }

  /** The transfer came to nothing; without effect after `connected`. */
  failed(outcome: Outcome): void {
    if (this.#told < 200) this.#tell(outcome.kind === 'refused' ? outcome.status : 487)
  }

  /** Settles when the phone knows the end of it, or does not want to. */
  heard(call: Call): Promise<unknown> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = call.after(FAREWELL_MS, resolve)
    return Promise.race([this.#progress.ended, promise]).finally(() => timer.cancel())
  }

  /** The transferrer's part in the call is over: it hangs up by itself, or gets BYE. */
  async dismiss(call: Call, by: Leg): Promise<void> {
    await Promise.race([this.heard(call), by.dialog?.ended])
    if (!call.scope.closed) call.parties.release(by)
  }

  /** Settles when the phone has left, or has had the time to. */
  async leavesOrStays(call: Call, by: Leg, sinceMs: number): Promise<void> {
    const leftMs = LEAVES_WITHIN_MS - (call.clock.nowMs() - sinceMs)
    if (leftMs <= 0 || !call.parties.isThere(by)) return
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = call.after(leftMs, resolve)
    await call.scope.race(Promise.race([promise, by.dialog?.ended])).finally(() => timer.cancel())
  }

  #tell(status: number): void {
    this.#told = status
    this.#progress.tell(status)
  }
}
