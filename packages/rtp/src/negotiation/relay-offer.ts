import { failed, ok, type Random, type Result } from '@klinke/foundation'
import { directionOf } from '../sdp/direction.ts'
import type { MediaDescription, SessionDescription } from '../sdp/session-description.ts'
import { asAllowed, withAllowedCodecs } from './allowed-codecs.ts'
import { type EndpointNegotiation, type NegotiationError, type PortFor, seal } from './endpoint-negotiation.ts'
import { faxLine } from './fax-lines.ts'
import { offeredLine, refusedLine, speaksWebRtc } from './line.ts'
import { mapLines } from './line-map.ts'
import { isAcceptable } from './line-transport.ts'
import { plainLine, plainSession } from './plain-content.ts'
import { readDescription } from './read-description.ts'
import { relayedAttributes } from './relayed-attributes.ts'
import { withG711 } from './transcodable.ts'
import { webRtcSession } from './web-rtc-session.ts'

export interface Relayed {
  readonly from: EndpointNegotiation
  readonly to: EndpointNegotiation
  readonly sdp: string
}

/**
 * `from`'s peer offered `sdp`; gives the offer for `to`'s peer. Codecs pass with their payload type numbers, known or not,
 * so that the relay forwards payloads untouched; addresses, keys, ICE and whatever else belongs to one leg is replaced.
 * G.711 is added to an offer that has none (see `withG711`). `portFor` names `to`'s ports. The same offer may go to several endpoints (forking).
 *
 * A hold by 0.0.0.0 goes out as the direction it means, which phones of both ages and both address families understand.
 */
export function relayOffer(
  from: EndpointNegotiation,
  to: EndpointNegotiation,
  sdp: string,
  portFor: PortFor,
  random: Random,
): Result<Relayed, NegotiationError> {
  const parsed = readDescription(sdp)
  if (!parsed.ok) return parsed
  if (from.phase === 'offer-sent') return failed({ kind: 'glare', detail: 'this peer has an offer of ours to answer first' })
  if (to.phase === 'offer-received') return failed({ kind: 'glare', detail: 'the other peer waits for the answer to its own offer' })
  const source = asAllowed(parsed.value, from.profile)
  if (hasLiveLine(parsed.value) && !hasLiveLine(source)) {
    return failed({ kind: 'nothing-acceptable', detail: 'nothing of the offer may be spoken with the party that makes it' })
  }
  if (!source.media.some((media) => isAcceptable(media, from.profile) || (media.port === 0 && from.agreed))) {
    return failed({ kind: 'nothing-acceptable', detail: 'no media line has a kind, protocol and protection that is spoken here' })
  }
  if (to.profile.fax === true && !source.media.some((media) => media.port !== 0 && faxLine(media) !== undefined)) {
    return failed({ kind: 'nothing-acceptable', detail: 'a fax machine is called, and no codec offered carries a fax' })
  }
  // A browser is offered sound only.
  const isRelayed = (media: MediaDescription): boolean => isAcceptable(media, from.profile) && (media.kind === 'audio' || !speaksWebRtc(to))
  const lineMap = mapLines(source.media, isRelayed, from.agreed?.remote.media ?? [], to.agreed?.local.media ?? [])
  const media = offerLines(from, to, source, lineMap, portFor, random)
  const { codecs, t38 } = to.profile
  const isCutDown = (codecs !== undefined || t38 === false) && hasLiveLine(source)
  if (isCutDown && media.every(({ port }) => port === 0)) {
    return failed({ kind: 'nothing-acceptable', detail: 'nothing of the offer may be spoken with the other party' })
  }
  const attributes = [...webRtcSession(media, undefined), ...relayedAttributes(plainSession(source))]
  const sealed = seal(to, { bandwidths: source.bandwidths, attributes, media })
  const lastOffer = { description: sealed.description, relayed: { source, lineMap } }
  return ok({
    from: { ...from, phase: 'offer-received' },
    to: { ...sealed.endpoint, phase: 'offer-sent', lastOffer },
    sdp: sealed.sdp,
  })
}

function offerLines(
  from: EndpointNegotiation,
  to: EndpointNegotiation,
  source: SessionDescription,
  lineMap: readonly (number | undefined)[],
  portFor: PortFor,
  random: Random,
): MediaDescription[] {
  // Lines that `to` has and the source has not stay in their place, refused.
  const lines = (to.agreed?.local.media ?? []).map(refusedLine)
  for (const [index, media] of source.media.entries()) {
    const line = lineMap[index]
    if (line === undefined) continue
    const plain = plainLine(media)
    const relayed = { ...plain, attributes: relayedAttributes(plain.attributes), connection: undefined }
    const speakable = to.profile.fax === true ? faxLine(relayed) : withG711(relayed)
    const content = speakable && withAllowedCodecs(speakable, to.profile.codecs)
    const port = content && isAcceptable(media, from.profile) && mayReceive(to, media) ? portFor(line) : undefined
    lines[line] = content && port ? offeredLine(to, line, content, directionOf(source, media), port, random) : refusedLine(media)
  }
  return lines
}

function hasLiveLine({ media }: SessionDescription): boolean {
  return media.some(({ port }) => port !== 0)
}

/** T.38 over UDPTL has no protection, so a peer that requires SRTP is not offered it; nor one that is known to take none: a fax falls back to G.711 then. */
function mayReceive({ profile }: EndpointNegotiation, media: MediaDescription): boolean {
  return media.kind !== 'image' || (profile.srtp !== 'required' && profile.t38 !== false)
}
