import { CSeq } from '../header/cseq.ts'
import { EventPackage, eventId } from '../header/event.ts'
import { buildResponse } from '../message/build-response.ts'
import type { SipRequest } from '../message/message.ts'
import type { ServerTransaction } from '../transaction/server-transaction.ts'
import { transactionTimeoutMs } from '../transaction/timers.ts'
import type { Core } from '../user-agent/core.ts'
import type { DialogPeer } from '../user-agent/dialog-peer.ts'
import { ReceivedReferral } from './received-referral.ts'
import { referTargetOf } from './refer-target.ts'
import type { OutgoingRefer } from './referral.ts'
import { ReferralNotifier } from './referral-notifier.ts'
import { SentReferral } from './sent-referral.ts'

/** Transfers that one dialog may have under way, in each direction. */
const MAX_REFERRALS = 8

/**
 * The REFERs inside a session's dialog, of both sides, and the subscriptions they make. Those live on when the session has
 * ended (RFC 5057 §3): who transfers a call hangs up before it knows how the transfer went.
 */
export class DialogReferrals {
  readonly #core: Core
  readonly #peer: DialogPeer
  readonly #emptied: () => void
  /** Subscriptions of the peer by the id of their Event; the first REFER's has none (RFC 3515 §2.4.6). */
  readonly #received = new Map<string, ReferralNotifier>()
  readonly #sent = new Set<SentReferral>()
  #first = true

  /** @param emptied the last subscription has ended. */
  constructor(core: Core, peer: DialogPeer, emptied: () => void) {
    this.#core = core
    this.#peer = peer
    this.#emptied = emptied
  }

  get open(): boolean {
    return this.#received.size + this.#sent.size > 0
  }

  /** A REFER of the peer, for the application; `undefined`: it is refused already. */
  referred(request: SipRequest, transaction: ServerTransaction): ReceivedReferral | undefined {
    const target = referTargetOf(request)
    if (target === undefined || this.#received.size >= MAX_REFERRALS) {
      const status = target === undefined ? 400 : 503
      transaction.respond(buildResponse(request, status, { headers: this.#core.serverHeader }))
      return undefined
    }
    const { clock, timers } = this.#core
    const unanswered = clock.after(transactionTimeoutMs(timers), () => referral.reject(500))
    const referral = new ReceivedReferral(this.#core, request, transaction, target, {
      contact: () => this.#peer.contact(),
      subscription: () => this.#subscription(request),
      decided: () => unanswered.cancel(),
    })
    return referral
  }

  /** Sends a REFER once the session is `ready`. */
  refer(wanted: OutgoingRefer, ready: Promise<boolean>): SentReferral {
    const referral = new SentReferral(this.#core, this.#peer, wanted, ready, (ended) => {
      this.#sent.delete(ended)
      this.#ended()
    })
    this.#sent.add(referral)
    return referral
  }

  /** Takes a SUBSCRIBE or NOTIFY that belongs to one of the subscriptions; false: it does not. */
  received(request: SipRequest, transaction: ServerTransaction): boolean {
    const { method, headers } = request
    const event = method === 'SUBSCRIBE' || method === 'NOTIFY' ? headers.read(EventPackage) : undefined
    if (event?.name !== 'refer') return false
    const id = eventId(event)
    if (method === 'SUBSCRIBE') {
      const subscription = this.#received.get(id ?? '')
      subscription?.notifier.subscribedAgain(request, transaction)
      return subscription !== undefined
    }
    // Without an id it is the oldest; phones that send one REFER at a time leave it out.
    const referral = id === undefined ? this.#sent.values().next().value : [...this.#sent].find((sent) => sent.isMeantBy(id))
    referral?.notified(request, transaction)
    return referral !== undefined
  }

  #subscription(request: SipRequest): ReferralNotifier {
    const id = this.#first ? '' : String(request.headers.read(CSeq)?.sequence ?? '')
    this.#first = false
    const subscription = new ReferralNotifier({
      core: this.#core,
      peer: this.#peer,
      event: id === '' ? 'refer' : `refer;id=${id}`,
      shared: {
        left: () => {
          this.#received.delete(id)
          this.#ended()
        },
      },
    })
    this.#received.set(id, subscription)
    return subscription
  }

  #ended(): void {
    if (!this.open) this.#emptied()
  }
}
