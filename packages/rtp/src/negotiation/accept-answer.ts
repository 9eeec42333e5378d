import { failed, ok, type Result } from '@klinke/foundation'
import type { SessionDescription } from '../sdp/session-description.ts'
import type { EndpointNegotiation, NegotiationError } from './endpoint-negotiation.ts'
import { readDescription } from './read-description.ts'
import { isAnswerUsable } from './streams.ts'

/** The peer's answer to an offer of our own. May come again with the 200 after an early one. */
export function acceptAnswer(endpoint: EndpointNegotiation, sdp: string): Result<EndpointNegotiation, NegotiationError> {
  const parsed = readDescription(sdp)
  if (!parsed.ok) return parsed
  const offer = endpoint.lastOffer
  if (!offer) return failed({ kind: 'no-offer', detail: 'no offer of ours waits for an answer' })
  const answer = parsed.value
  const usable = offer.description.media.some((ours, line) => {
    const theirs = answer.media[line]
    return theirs !== undefined && isAnswerUsable(ours, theirs)
  })
  if (!usable && answer.media.some(({ port }) => port !== 0)) {
    return failed({ kind: 'nothing-acceptable', detail: 'the answer does not protect its media as the offer asked' })
  }
  return ok(takeAnswer(endpoint, offer.description, answer))
}

/** The state after `remote` answered our offer `local`. */
export function takeAnswer(endpoint: EndpointNegotiation, local: SessionDescription, remote: SessionDescription): EndpointNegotiation {
  return { ...endpoint, phase: 'stable', agreed: { local, remote, offeredBy: 'local' } }
}
