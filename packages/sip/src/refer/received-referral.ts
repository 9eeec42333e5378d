import { buildResponse } from '../message/build-response.ts'
import type { SipRequest } from '../message/message.ts'
import type { ServerTransaction } from '../transaction/server-transaction.ts'
import type { Flow } from '../transport/transport.ts'
import type { Core } from '../user-agent/core.ts'
import { responseParts } from '../user-agent/response-parts.ts'
import type { HeaderField, ResponseOptions } from '../user-agent/user-agent.ts'
import type { ReferTarget } from './refer-target.ts'
import type { OutsideReferral, ReferralProgress } from './referral.ts'
import { type ReferralNotifier, SILENCE } from './referral-notifier.ts'

/** Where a REFER belongs to: a session's dialog, or one of its own. */
export interface ReferralHome {
  /** Our Contact in the dialog. */
  contact(): string
  /** The tag of responses; absent inside a dialog, whose requests have it. */
  readonly localTag?: string
  /** Makes the implicit subscription. */
  subscription(): ReferralNotifier
  /** The REFER is answered. */
  decided?(): void
}

/** A REFER waiting for the application's word. */
export class ReceivedReferral implements OutsideReferral {
  readonly kind = 'refer'
  readonly request: SipRequest
  readonly target: ReferTarget
  readonly #core: Core
  readonly #transaction: ServerTransaction
  readonly #home: ReferralHome

  constructor(core: Core, request: SipRequest, transaction: ServerTransaction, target: ReferTarget, home: ReferralHome) {
    this.#core = core
    this.request = request
    this.#transaction = transaction
    this.target = target
    this.#home = home
  }

  get flow(): Flow {
    return this.#transaction.flow
  }

  get referredBy(): string | undefined {
    return this.request.headers.get('Referred-By')
  }

  accept(): ReferralProgress {
    if (!this.#decide()) return SILENCE
    const silent = asksForSilence(this.request)
    const headers: readonly HeaderField[] = silent ? [['Refer-Sub', 'false']] : []
    const { localTag } = this.#home
    this.#transaction.respond(
      buildResponse(this.request, 202, {
        ...(localTag !== undefined && { toTag: localTag }),
        contact: this.#home.contact(),
        headers: [...this.#core.serverHeader, ...headers],
      }),
    )
    if (silent) return SILENCE
    const subscription = this.#home.subscription()
    subscription.begin()
    return subscription
  }

  reject(status: number, options?: ResponseOptions): void {
    if (!this.#decide()) return
    const { localTag } = this.#home
    const parts = { ...responseParts(this.#core, options), ...(localTag !== undefined && { toTag: localTag }) }
    this.#transaction.respond(buildResponse(this.request, status, parts))
  }

  drop(): void {
    if (this.#decide()) this.#transaction.drop()
  }

  #decide(): boolean {
    if (!this.#transaction.halfOpen) return false
    this.#home.decided?.()
    return true
  }
}

/** RFC 4488 §4: the sender asks for no subscription. */
export function asksForSilence({ headers }: Pick<SipRequest, 'headers'>): boolean {
  return headers.get('Refer-Sub')?.trim().toLowerCase().startsWith('false') === true
}
