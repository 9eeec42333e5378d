import type { Timer } from '@klinke/foundation'
import { CSeq } from '../header/cseq.ts'
import { buildResponse } from '../message/build-response.ts'
import type { SipRequest } from '../message/message.ts'
import type { ServerTransaction } from '../transaction/server-transaction.ts'
import { transactionTimeoutMs } from '../transaction/timers.ts'
import { sdpOf } from './body.ts'
import type { Core } from './core.ts'
import { ResponseRepeater } from './response-repeater.ts'
import type { SessionRequest } from './session.ts'

export interface IncomingOfferOwner {
  /** Sends the 2xx with this description. */
  accept(sdp: string): void
  /** The request has its final response. */
  decided(): void
  /** An offer of ours went out in the 2xx and its answer is due in the ACK, or is here. */
  offering(waits: boolean): void
  unacknowledged(): void
}

/** One re-INVITE or UPDATE of the peer, from its arrival to its ACK. */
export class IncomingOffer {
  readonly #core: Core
  readonly #request: SipRequest
  readonly #transaction: ServerTransaction
  readonly #owner: IncomingOfferOwner
  readonly #sequence: number
  #unanswered: Timer | undefined
  #repeater: ResponseRepeater | undefined
  #answered: ((sdp: string | undefined) => void) | undefined
  #decided = false

  constructor(core: Core, request: SipRequest, transaction: ServerTransaction, owner: IncomingOfferOwner) {
    this.#core = core
    this.#request = request
    this.#transaction = transaction
    this.#owner = owner
    this.#sequence = request.headers.read(CSeq)?.sequence ?? 0
    this.#unanswered = core.clock.after(transactionTimeoutMs(core.timers), () => this.reject(500))
    transaction.owner = { cancelled: () => this.reject(487) }
  }

  /** What the application gets to decide. */
  forApplication(sdp: string | undefined): SessionRequest {
    const request = this.#request
    const reject = (status: number): void => this.reject(status)
    if (sdp === undefined) return { kind: 'offer-wanted', request, offer: (offer) => this.#offer(offer), reject }
    return { kind: 'offer', sdp, request, answer: (answer) => this.#accept(answer), reject }
  }

  /** Refuses; the session goes on as it was. Does nothing when there is an answer already. */
  reject(status: number): void {
    if (!this.#decide()) return
    this.#transaction.respond(buildResponse(this.#request, status, { headers: this.#core.serverHeader }))
  }

  /** The ACK of our 2xx; false when it acknowledges something else. */
  acknowledged(ack: SipRequest): boolean {
    if (ack.headers.read(CSeq)?.sequence !== this.#sequence) return false
    this.#settle(sdpOf(ack))
    return true
  }

  close(): void {
    this.reject(487)
    this.#settle(undefined)
  }

  #offer(sdp: string): Promise<string | undefined> {
    if (this.#decided) return Promise.resolve(undefined)
    const { promise, resolve } = Promise.withResolvers<string | undefined>()
    this.#answered = resolve
    this.#owner.offering(true)
    this.#accept(sdp)
    return promise
  }

  #accept(sdp: string): void {
    if (!this.#decide()) return
    this.#owner.accept(sdp)
    if (this.#request.method !== 'INVITE') return
    const { clock, timers } = this.#core
    this.#repeater = new ResponseRepeater(clock, timers, this.#transaction, timers.t2Ms, () => {
      this.#settle(undefined)
      this.#owner.unacknowledged()
    })
  }

  #decide(): boolean {
    if (this.#decided) return false
    this.#decided = true
    this.#unanswered?.cancel()
    this.#unanswered = undefined
    this.#owner.decided()
    return true
  }

  #settle(answer: string | undefined): void {
    this.#repeater?.stop()
    this.#repeater = undefined
    if (this.#answered) this.#owner.offering(false)
    this.#answered?.(answer)
    this.#answered = undefined
  }
}
