import type { Leg } from '../leg/leg.ts'
import type { Call } from './call.ts'

/**
 * What the caller hears before the answer: what we play to it, or the first called party that sends media, since an offer is
 * answered once (RFC 3261 §13.2.1). For all others the caller's phone makes the ring-back tone itself.
 */
export class EarlyMedia {
  readonly #call: Call
  #heard: { readonly leg: Leg; readonly sdp: string; readonly answer: Promise<string | undefined> } | undefined
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
  progress(leg: Leg, status: number, sdp: string | undefined): void {
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
  async given(): Promise<{ readonly leg: Leg; readonly sdp: string; readonly answer: string } | undefined> {
    const heard = this.#heard
    const answer = await heard?.answer
    return answer === undefined || heard === undefined ? undefined : { leg: heard.leg, sdp: heard.sdp, answer }
  }

  /** Media that cannot be relayed is no reason to end the call: the answer may bring better. */
  async #connect(leg: Leg, status: number, sdp: string): Promise<string | undefined> {
    const { caller, media } = this.#call
    if (caller === undefined) return undefined
    try {
      const answer = await media.relayAnswer(leg.endpoint, caller.endpoint, sdp)
      caller.progress(status, answer)
      return answer
    } catch {
      caller.progress(180)
      return undefined
    } finally {
      this.#call.parties.changed(caller)
    }
  }
}
