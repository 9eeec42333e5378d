import type { Endpoint, MediaSession } from '@klinke/rtp'
import type { EarlyOffer, OfferOutcome } from '@klinke/sip'
import { mediaRefusal } from './media-failure.ts'

/** A party before the answer, as far as its media can be changed. */
export interface EarlyParty {
  readonly endpoint: Endpoint
  /** Sends it an offer in an UPDATE. */
  update(sdp: string): Promise<OfferOutcome>
}

/** What both sides have agreed on instead. */
export interface EarlyChange {
  /** What `to` was offered, and what it answered. */
  readonly offer: string
  readonly theirs: string
  /** What `from` was answered. */
  readonly answer: string
}

/**
 * Carries an offer that one party makes before the call is answered to the other, and its answer back (RFC 3311). Where the other
 * cannot be asked, the offer is refused and everything stays as it was: `undefined`.
 */
export async function carryEarlyOffer(
  request: EarlyOffer,
  from: EarlyParty,
  to: EarlyParty,
  media: MediaSession,
): Promise<EarlyChange | undefined> {
  try {
    const offer = await media.relayOffer(from.endpoint, to.endpoint, request.sdp)
    const outcome = await to.update(offer)
    if (outcome.kind !== 'answered') {
      await media.rejectOffer(from.endpoint, to.endpoint)
      request.reject(outcome.kind === 'rejected' ? outcome.status : 488)
      return undefined
    }
    const answer = await media.relayAnswer(to.endpoint, from.endpoint, outcome.sdp)
    request.answer(answer)
    return { offer, theirs: outcome.sdp, answer }
  } catch (error) {
    request.reject(mediaRefusal(error)?.status ?? 500)
    return undefined
  }
}
