import type { EarlyOffer } from '@klinke/sip'
import type { CallerLeg } from '../leg/caller-leg.ts'
import type { OutboundLeg } from '../leg/outbound-leg.ts'
import type { Call } from './call.ts'
import { carryEarlyOffer, type EarlyParty } from './early-change.ts'
import { mediaRefusal } from './media-failure.ts'

/** The called party that the caller hears, its description, and what the caller was answered with it. */
interface Heard {
  readonly leg: OutboundLeg
  readonly sdp: string
  readonly answer: Promise<string | undefined>
}

/** Request Pending: one change at a time (RFC 3261 §14.2). */
const GLARE = 491

/**
 * What the caller hears before the answer: what we play to it, or the first called party that sends media, since an offer is
 * answered once (RFC 3261 §13.2.1). For all others the caller's phone makes the ring-back tone itself.
 */
export class EarlyMedia {
  readonly #call: Call
  #heard: Heard | undefined
  /** A change of the media before the answer, under way. */
  #changing: Promise<void> | undefined
  #ownAnswer: Promise<string> | undefined
  #told180 = false

  constructor(call: Call) {
    this.#call = call
  }

  /** Media ends here before the answer. False when the caller made no offer, or hears a called party already. */
  async here(): Promise<boolean> {
    const { caller, media } = this.#call
    if (caller?.offer === undefined || caller.dialog !== undefined || this.#heard !== undefined || !this.#call.anchored) return false
    if (this.#ownAnswer === undefined) {
      this.#ownAnswer = media.answer(caller.endpoint, caller.offer)
      caller.invite.decideEarlyOffers((offer) => void this.#answerHere(caller, offer))
      caller.progress(183, await this.#ownAnswer)
    }
    await this.#ownAnswer
    return true
  }

  /** The caller has an answer of ours already: it is not to be negotiated with another party. */
  get endsHere(): boolean {
    return this.#ownAnswer !== undefined
  }

  /** The answer that the caller got when media ended here. */
  ownAnswer(): Promise<string> | undefined {
    return this.#ownAnswer
  }

  /** A called party rings; with `sdp` it can be heard. A late offer has nothing to answer yet. */
  progress(leg: OutboundLeg, status: number, sdp: string | undefined): void {
    const { caller } = this.#call
    if (caller === undefined || this.endsHere) return
    if (sdp !== undefined && caller.offer !== undefined && this.#heard === undefined) {
      this.#heard = { leg, sdp, answer: this.#connect(leg, status, sdp) }
    } else if (this.#heard === undefined && !this.#told180 && status !== 183 && status < 190) {
      this.#told180 = true
      caller.progress(180)
      this.#call.parties.changed(caller)
    }
  }

  /** The answer that the caller has already, and the called party's that it was made of. */
  async given(): Promise<{ readonly leg: OutboundLeg; readonly sdp: string; readonly answer: string } | undefined> {
    await this.#changing
    const heard = this.#heard
    const answer = await heard?.answer
    return answer === undefined || heard === undefined ? undefined : { leg: heard.leg, sdp: heard.sdp, answer }
  }

  /** Media that cannot be relayed is no reason to end the call: the answer may bring better. */
  async #connect(leg: OutboundLeg, status: number, sdp: string): Promise<string | undefined> {
    const { caller, media } = this.#call
    if (caller === undefined) return undefined
    try {
      const answer = await media.relayAnswer(leg.endpoint, caller.endpoint, sdp)
      this.#allowChanges(caller, leg)
      caller.progress(status, answer)
      return answer
    } catch {
      caller.progress(180)
      return undefined
    } finally {
      this.#call.parties.changed(caller)
    }
  }

  /** From now on both parties may offer something else before the answer (RFC 3311), as far as the other one can be asked. */
  #allowChanges(caller: CallerLeg, leg: OutboundLeg): void {
    const called: EarlyParty = { endpoint: leg.endpoint, update: (sdp) => leg.pending.update(sdp) }
    const calling: EarlyParty = { endpoint: caller.endpoint, update: (sdp) => caller.invite.update(sdp) }
    const carry = async (request: EarlyOffer, from: EarlyParty, to: EarlyParty): Promise<void> => {
      const change = await carryEarlyOffer(request, from, to, this.#call.media)
      if (change === undefined) return
      leg.sdp = from === called ? request.sdp : change.theirs
      caller.sdp = from === called ? change.theirs : request.sdp
      this.#heard = { leg, sdp: leg.sdp, answer: Promise.resolve(from === called ? change.offer : change.answer) }
    }
    leg.pending.decideEarlyOffers((request) => this.#change(request, () => carry(request, called, calling)))
    caller.invite.decideEarlyOffers((request) => this.#change(request, () => carry(request, calling, called)))
  }

  #change(request: EarlyOffer, carry: () => Promise<void>): void {
    if (this.#changing !== undefined) {
      request.reject(GLARE)
      return
    }
    this.#changing = carry().finally(() => {
      this.#changing = undefined
    })
  }

  async #answerHere(caller: CallerLeg, request: EarlyOffer): Promise<void> {
    try {
      const answer = await this.#call.media.answer(caller.endpoint, request.sdp)
      caller.sdp = request.sdp
      this.#ownAnswer = Promise.resolve(answer)
      request.answer(answer)
    } catch (error) {
      request.reject(mediaRefusal(error)?.status ?? 500)
    }
  }
}
