import { Allow } from '../header/allow.ts'
import { buildResponse } from '../message/build-response.ts'
import type { Headers, SipRequest } from '../message/message.ts'
import type { ServerTransaction } from '../transaction/server-transaction.ts'
import { ALLOW, type Core } from './core.ts'
import type { DialogPeer } from './dialog-peer.ts'
import { IncomingOffers, type OfferReceiver } from './incoming-offers.ts'
import type { OfferState } from './offer-state.ts'
import { type OfferSender, OutgoingOffers } from './outgoing-offers.ts'
import type { OfferOutcome, SessionRequest } from './session.ts'

/** An offer of the peer before the call is answered: in an UPDATE, or in a PRACK. */
export type EarlyOffer = SessionRequest & { readonly kind: 'offer' }

/**
 * Offers in an early dialog, of both sides (RFC 3262 §5, RFC 3311 §5). There may be some as soon as the INVITE's own offer is
 * answered for certain: in a provisional response that a PRACK has confirmed. This is made at that moment.
 */
export class EarlyOffers implements OfferReceiver, OfferSender {
  readonly offers: OfferState = { ours: false, theirs: false }
  readonly ownsCallId: boolean
  readonly timer = undefined
  readonly sessionSeconds = undefined
  readonly established = Promise.resolve()
  readonly whenOver: Promise<void>
  /** The description of ours that is in force. */
  localSdp: string | undefined
  readonly #core: Core
  readonly #decide: () => ((offer: EarlyOffer) => void) | undefined
  readonly #peerTakesUpdate: boolean
  readonly #incoming: IncomingOffers
  readonly #outgoing: OutgoingOffers
  readonly #settleOver: () => void
  #over = false

  /**
   * @param peerHeaders of the peer's INVITE or provisional response, whose Allow says whether it takes UPDATE.
   * @param decide who decides on offers of the peer at that moment; nobody: 488.
   */
  constructor(
    core: Core,
    peer: DialogPeer,
    role: 'uac' | 'uas',
    peerHeaders: Headers,
    decide: () => ((offer: EarlyOffer) => void) | undefined,
  ) {
    const over = Promise.withResolvers<void>()
    this.#core = core
    this.ownsCallId = role === 'uac'
    this.whenOver = over.promise
    this.#settleOver = over.resolve
    this.#decide = decide
    this.#peerTakesUpdate = peerHeaders.readAll(Allow)?.includes('UPDATE') ?? false
    this.#incoming = new IncomingOffers(core, peer, this)
    this.#outgoing = new OutgoingOffers(core, peer, this)
  }

  get over(): boolean {
    return this.#over
  }

  /** An UPDATE or PRACK with an offer, in order. */
  received(request: SipRequest, transaction: ServerTransaction): void {
    if (this.#decide() !== undefined) this.#incoming.received(request, transaction)
    else transaction.respond(buildResponse(request, 488, { headers: [...this.#core.serverHeader, ALLOW] }))
  }

  /** Sends an offer in an UPDATE. A peer that takes none is not asked: 488. */
  offer(sdp: string): Promise<OfferOutcome> {
    if (this.#over) return Promise.resolve({ kind: 'ended' })
    return this.#peerTakesUpdate ? this.#outgoing.offer('UPDATE', sdp) : Promise.resolve(REFUSED_HERE)
  }

  /** The INVITE has its final response: what is not decided is not decided here any more. */
  close(): void {
    this.#over = true
    this.#incoming.close()
    this.#settleOver()
  }

  deliver(request: SessionRequest): boolean {
    const decide = this.#decide()
    if (decide === undefined || request.kind !== 'offer') return false
    decide(request)
    return true
  }

  described(sdp: string): void {
    this.localSdp = sdp
  }

  refreshed(): void {
    // A session timer begins with the session.
  }

  unacknowledged(): void {
    // Neither UPDATE nor PRACK has an ACK.
  }

  judge(): void {
    // A dialog that is gone ends with its INVITE.
  }

  pause(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = this.#core.clock.after(ms, resolve)
    void this.whenOver.then(() => {
      timer.cancel()
      resolve()
    })
    return promise
  }
}

/** What an offer before its time, or to a peer that takes none, comes to. */
export const REFUSED_HERE: OfferOutcome = { kind: 'rejected', status: 488 }
