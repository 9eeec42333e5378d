import type { MediaSession } from '@klinke/rtp'
import type { CallerLeg } from '../leg/caller-leg.ts'
import type { OutboundLeg } from '../leg/outbound-leg.ts'

/**
 * What the caller hears before the answer. The first called party that sends media is heard, since an offer is answered
 * once (RFC 3261 §13.2.1); for all others the caller's phone makes the ring-back tone itself.
 */
export class EarlyMedia {
  readonly #caller: CallerLeg
  readonly #media: MediaSession
  #heard: { readonly leg: OutboundLeg; readonly sdp: string; readonly answer: Promise<string | undefined> } | undefined
  #told180 = false

  constructor(caller: CallerLeg, media: MediaSession) {
    this.#caller = caller
    this.#media = media
  }

  /** A called party rings; with `sdp` it can be heard. A late offer has nothing to answer yet. */
  progress(leg: OutboundLeg, status: number, sdp: string | undefined): void {
    if (sdp !== undefined && this.#caller.offer !== undefined && this.#heard === undefined) {
      this.#heard = { leg, sdp, answer: this.#connect(leg, status, sdp) }
    } else if (this.#heard === undefined && !this.#told180 && status !== 183 && status < 190) {
      this.#told180 = true
      this.#caller.progress(180)
    }
  }

  /** The answer that the caller has already, and the called party's that it was made of. */
  async given(): Promise<{ readonly leg: OutboundLeg; readonly sdp: string; readonly answer: string } | undefined> {
    const heard = this.#heard
    const answer = await heard?.answer
    return answer === undefined || heard === undefined ? undefined : { leg: heard.leg, sdp: heard.sdp, answer }
  }

  /** Media that cannot be relayed is no reason to end the call: the answer may bring better. */
  async #connect(leg: OutboundLeg, status: number, sdp: string): Promise<string | undefined> {
    try {
      const answer = await this.#media.relayAnswer(leg.endpoint, this.#caller.endpoint, sdp)
      this.#caller.progress(status, answer)
      return answer
    } catch {
      this.#caller.progress(180)
      return undefined
    }
  }
}
