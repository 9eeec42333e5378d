import { below } from '@klinke/foundation'
import { buildResponse, type ResponseParts } from '../message/build-response.ts'
import type { SipRequest } from '../message/message.ts'
import type { ServerTransaction } from '../transaction/server-transaction.ts'
import { sdpOf } from './body.ts'
import { ALLOW, type Core, SDP } from './core.ts'
import type { DialogPeer } from './dialog-peer.ts'
import { IncomingOffer } from './incoming-offer.ts'
import type { OfferState } from './offer-state.ts'
import type { SessionRequest } from './session.ts'
import { answerSessionTimer, type SessionInterval } from './session-timer.ts'
import type { HeaderField } from './user-agent.ts'

/** RFC 3261 §14.2: how long the peer shall wait when it asks for a second thing at once. */
const MAX_RETRY_AFTER_SECONDS = 10

export const SUPPORTED_IN_DIALOG: HeaderField = ['Supported', 'replaces, timer']

/** What the session behind the offers does for them. */
export interface OfferReceiver {
  readonly offers: OfferState
  /** Gives a request to the application; false when it has too many unread. */
  deliver(request: SessionRequest): boolean
  /** An interval for requests that ask for none; `undefined` without a timer. */
  readonly sessionSeconds: number | undefined
  /** A request was accepted; `interval` is its session timer, `role` ours in it. */
  refreshed(interval: SessionInterval | undefined, role: 'uac' | 'uas'): void
  /** Our description in force. */
  described(sdp: string): void
  /** No ACK for the 2xx of a re-INVITE. */
  unacknowledged(): void
}

/** The peer's re-INVITEs and UPDATEs (RFC 3261 §14.2, RFC 3311 §5.2). */
export class IncomingOffers {
  readonly #core: Core
  readonly #peer: DialogPeer
  readonly #receiver: OfferReceiver
  #current: IncomingOffer | undefined

  constructor(core: Core, peer: DialogPeer, receiver: OfferReceiver) {
    this.#core = core
    this.#peer = peer
    this.#receiver = receiver
  }

  /** A re-INVITE or UPDATE, in order. */
  received(request: SipRequest, transaction: ServerTransaction): void {
    const sdp = sdpOf(request)
    const asks = request.method === 'INVITE' || sdp !== undefined
    const { offers } = this.#receiver
    const respond = (status: number, headers: readonly HeaderField[]): void =>
      transaction.respond(buildResponse(request, status, { headers: [...this.#core.serverHeader, ...headers] }))
    if (asks && offers.ours) {
      respond(491, [])
      return
    }
    if (asks && offers.theirs) {
      respond(500, [['Retry-After', String(below(this.#core.random, MAX_RETRY_AFTER_SECONDS + 1))]])
      return
    }
    const timer = answerSessionTimer(request.headers, this.#core.minSessionSeconds, this.#receiver.sessionSeconds)
    if (timer.kind === 'too-small') {
      respond(422, [['Min-SE', String(timer.minSeconds)]])
      return
    }
    const accept = (sdpToSend: string | undefined): void => {
      if (request.method !== 'PRACK') this.#peer.refreshTarget(request.headers)
      const timerFields = timer.kind === 'agreed' ? timer.headers : []
      transaction.respond(buildResponse(request, 200, this.#success(sdpToSend, timerFields)))
      this.#receiver.refreshed(timer.kind === 'agreed' ? timer.interval : undefined, 'uas')
    }
    if (asks) this.#ask(request, transaction, sdp, accept)
    else accept(undefined)
  }

  /** The ACK of a re-INVITE's 2xx; false when it is for something else. */
  acknowledged(ack: SipRequest): boolean {
    return this.#current?.acknowledged(ack) ?? false
  }

  /** The session is over: what waits for an answer gets 487 (RFC 3261 §15.1.2). */
  close(): void {
    this.#current?.close()
    this.#current = undefined
  }

  #ask(request: SipRequest, transaction: ServerTransaction, sdp: string | undefined, accept: (sdp: string) => void): void {
    const { offers } = this.#receiver
    offers.theirs = true
    this.#current?.close()
    const offer = new IncomingOffer(this.#core, request, transaction, {
      accept: (answer) => {
        this.#receiver.described(answer)
        accept(answer)
      },
      decided: () => {
        offers.theirs = false
      },
      offering: (waits) => {
        offers.ours = waits
      },
      unacknowledged: () => this.#receiver.unacknowledged(),
    })
    this.#current = offer
    if (!this.#receiver.deliver(offer.forApplication(sdp))) offer.reject(500)
  }

  #success(sdp: string | undefined, timerFields: readonly HeaderField[]): ResponseParts {
    return {
      contact: this.#peer.contact(),
      headers: [ALLOW, SUPPORTED_IN_DIALOG, ...this.#core.serverHeader, ...timerFields],
      ...(sdp !== undefined && { body: sdp, contentType: SDP }),
    }
  }
}
