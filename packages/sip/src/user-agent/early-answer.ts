import type { Headers } from '../message/message.ts'
import type { Core } from './core.ts'
import type { DialogPeer } from './dialog-peer.ts'
import { type EarlyOffer, EarlyOffers, REFUSED_HERE } from './early-offers.ts'
import type { OfferOutcome } from './session.ts'

/** The answer that a reliable provisional response gives to the offer of an INVITE, and what either side offers after it (RFC 3262 §5). */
export class EarlyAnswer {
  /** Who decides on offers of the caller. */
  decide: ((offer: EarlyOffer) => void) | undefined
  readonly #core: Core
  readonly #peer: DialogPeer
  readonly #inviteHeaders: Headers
  #sdp: string | undefined
  /** Settles when the response has its PRACK, or will have none. */
  #confirmation: PromiseWithResolvers<void> | undefined
  #offers: EarlyOffers | undefined
  #over = false

  constructor(core: Core, peer: DialogPeer, inviteHeaders: Headers) {
    this.#core = core
    this.#peer = peer
    this.#inviteHeaders = inviteHeaders
  }

  /** From the PRACK on. */
  get offers(): EarlyOffers | undefined {
    return this.#offers
  }

  /** Our description in force. */
  get localSdp(): string | undefined {
    return this.#offers?.localSdp ?? this.#sdp
  }

  /** A reliable response with a description goes out; the first is the answer. */
  given(sdp: string): void {
    this.#sdp ??= sdp
    this.#confirmation ??= Promise.withResolvers<void>()
  }

  /** It has its PRACK: the caller's offer is answered for certain. */
  confirmed(): void {
    if (this.#over) return
    this.#offers ??= new EarlyOffers(this.#core, this.#peer, 'uas', this.#inviteHeaders, () => this.decide)
    this.#confirmation?.resolve()
  }

  /** Sends an offer of ours, as soon as the answer has arrived. */
  async update(sdp: string): Promise<OfferOutcome> {
    await this.#confirmation?.promise
    return this.#offers?.offer(sdp) ?? REFUSED_HERE
  }

  /** The INVITE has its final response. */
  close(): void {
    this.#over = true
    this.#offers?.close()
    this.#confirmation?.resolve()
  }
}
