import { Notifier, type NotifierOrigin } from '../subscription/notifier.ts'
import type { NotifierPackage, SubscriptionEnd } from '../subscription/subscription.ts'
import type { ReferralProgress } from './referral.ts'
import { sipfragOf } from './sipfrag.ts'

/** The subscription that a REFER makes lasts this long unless it is prolonged: longer than anybody lets it ring. */
const EXPIRES_SECONDS = 300
const MAX_EXPIRES_SECONDS = 3600

const REFER_PACKAGE: NotifierPackage = {
  event: 'refer',
  defaultExpiresSeconds: EXPIRES_SECONDS,
  minExpiresSeconds: 1,
  maxExpiresSeconds: MAX_EXPIRES_SECONDS,
  subscribed: () => undefined,
}

/** Tells who sent a REFER what becomes of it (RFC 3515 §2.4.4–2.4.7). */
export class ReferralNotifier implements ReferralProgress {
  readonly notifier: Notifier
  #content = sipfragOf(100)
  #final = false

  constructor(origin: Pick<NotifierOrigin, 'core' | 'peer' | 'event' | 'shared'>) {
    this.notifier = new Notifier({ ...origin, package: REFER_PACKAGE, expiresSeconds: EXPIRES_SECONDS, content: () => this.#content })
  }

  get ended(): Promise<SubscriptionEnd> {
    return this.notifier.ended
  }

  begin(): void {
    this.notifier.begin(false)
  }

  tell(status: number, reason?: string): void {
    if (this.#final) return
    this.#content = sipfragOf(status, reason)
    this.#final = status >= 200
    // RFC 3515 §2.4.7: after the final response there is nothing left to tell.
    if (this.#final) this.notifier.terminate('noresource')
    else this.notifier.changed()
  }
}

/** For a peer that wants to hear nothing, or is gone. */
export const SILENCE: ReferralProgress = { tell: () => undefined, ended: Promise.resolve({ by: 'subscriber' }) }
