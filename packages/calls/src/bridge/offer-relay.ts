import type { MediaSession } from '@klinke/rtp'
import type { SessionRequest } from '@klinke/sip'
import type { Leg } from '../leg/leg.ts'
import type { LegDialog } from '../leg/leg-dialog.ts'
import { unattended } from '../unattended.ts'

/** The peer answers re-INVITEs no more, or the other party is gone. */
const GONE = 481
/** Request Pending: the peer tries again after a random time (RFC 3261 §14.1). */
const GLARE = 491

/**
 * Carries changes of the media from one party of a bridge to the other (RFC 3264 §8): hold, resume, codecs.
 * One change at a time; one that crosses gets 491, from whichever side it comes. A refused one leaves both as they were.
 */
export class OfferRelay {
  readonly #media: MediaSession
  #busy = false

  constructor(media: MediaSession) {
    this.#media = media
  }

  /** `request` came from `from`'s peer. */
  async carry(request: SessionRequest & { kind: 'offer' | 'offer-wanted' }, from: Leg, to: Leg): Promise<void> {
    if (this.#busy) return request.reject(GLARE)
    this.#busy = true
    try {
      if (request.kind === 'offer') await this.#carryOffer(request, from, to)
      else await this.#carryWish(request, from, to)
    } finally {
      this.#busy = false
    }
  }

  async #carryOffer(request: SessionRequest & { kind: 'offer' }, from: Leg, to: Leg): Promise<void> {
    const offer = await this.#media.relayOffer(from.endpoint, to.endpoint, request.sdp)
    const outcome = await dialogOf(to).session.offer(offer)
    if (outcome.kind === 'answered') {
      const answer = await this.#orBack(from, to, this.#media.relayAnswer(to.endpoint, from.endpoint, outcome.sdp))
      to.agreed = outcome.sdp
      from.agreed = answer
      return request.answer(answer)
    }
    await this.#media.rejectOffer(from.endpoint, to.endpoint)
    return request.reject(outcome.kind === 'rejected' ? outcome.status : GONE)
  }

  /** A re-INVITE without SDP asks for an offer: the other party's is fetched, and the answer goes back in its ACK (RFC 3725 §7). */
  async #carryWish(request: SessionRequest & { kind: 'offer-wanted' }, from: Leg, to: Leg): Promise<void> {
    const theirs = await dialogOf(to).session.askForOffer()
    if (theirs.kind !== 'answered') return request.reject(theirs.kind === 'rejected' ? theirs.status : GONE)
    const answered = await this.#answerOf(request, from, to, theirs.sdp).catch((error: unknown) => ({ error }))
    if (typeof answered === 'string') return dialogOf(to).session.acknowledge(answered)
    // The ACK must carry an answer (RFC 3261 §13.2.1). Without one `to` would wait for ever: its call cannot go on.
    unattended(dialogOf(to).bye())
    if (answered !== undefined) throw answered.error
  }

  /** `from`'s answer to `to`'s offer, for `to`; `undefined` when none came. */
  async #answerOf(request: SessionRequest & { kind: 'offer-wanted' }, from: Leg, to: Leg, theirs: string): Promise<string | undefined> {
    const answer = await request.offer(await this.#media.relayOffer(to.endpoint, from.endpoint, theirs))
    if (answer === undefined) return undefined
    from.agreed = answer
    to.agreed = await this.#media.relayAnswer(from.endpoint, to.endpoint, answer)
    return to.agreed
  }

  /** An answer that cannot be followed leaves both endpoints as they were before the offer. */
  async #orBack(from: Leg, to: Leg, relayed: Promise<string>): Promise<string> {
    try {
      return await relayed
    } catch (error) {
      await this.#media.rejectOffer(from.endpoint, to.endpoint)
      throw error
    }
  }
}

function dialogOf({ dialog }: Leg): LegDialog {
  if (dialog === undefined) throw new Error('A party that talks is answered.')
  return dialog
}
