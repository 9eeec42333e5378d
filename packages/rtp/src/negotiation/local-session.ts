import { failed, ok, type Random, type Result } from '@klinke/foundation'
import type { Codec } from '../sdp/codec.ts'
import { directionOf, reverse } from '../sdp/direction.ts'
import type { MediaDescription, SessionDescription } from '../sdp/session-description.ts'
import { type EndpointNegotiation, type NegotiationError, type PortFor, type Sealed, seal } from './endpoint-negotiation.ts'
import { NO_SILENCE_SUPPRESSION } from './fax-lines.ts'
import { answeredLine, offeredLine, refusedLine } from './line.ts'
import { isAcceptable, transportOf } from './line-transport.ts'
import { audioContent, codecsFor, codecsInUse, isVoice, selectCodecs } from './local-codecs.ts'
import { readDescription } from './read-description.ts'
import { relayedAttributes } from './relayed-attributes.ts'
import { webRtcSession } from './web-rtc-session.ts'

/**
 * `endpoint`'s peer offered `sdp` and media ends here: answers the first audio line with one codec, the one in use when it is offered
 * again (also one that only another party speaks), else the peer's most preferred among `codecs` (or ours, where the profile names them); and with telephone events. Other
 * lines that were live before, such as the video of a call that is held, stay so; the rest is refused in its place.
 */
export function answerLocally(
  endpoint: EndpointNegotiation,
  sdp: string,
  portFor: PortFor,
  random: Random,
  codecs: readonly Codec[] = codecsFor(endpoint.profile),
): Result<Sealed, NegotiationError> {
  const parsed = readDescription(sdp)
  if (!parsed.ok) return parsed
  if (endpoint.phase === 'offer-sent') return failed({ kind: 'glare', detail: 'this peer has an offer of ours to answer first' })
  const offer = parsed.value
  const chosen = offer.media.map((media, line) =>
    media.kind === 'audio' && isAcceptable(media, endpoint.profile)
      ? selectCodecs(media, codecs, [...codecsInUse(endpoint.agreed, line), ...(endpoint.profile.codecs ? codecs : [])])
      : [],
  )
  const answering = chosen.findIndex(({ length }) => length > 0)
  const port = answering < 0 ? undefined : portFor(answering)
  if (!port) return failed({ kind: 'nothing-acceptable', detail: 'no audio line with a codec and protection that is spoken here' })
  const media = offer.media.map((offered, line) => {
    if (line !== answering) return keptLine(endpoint, line, offer, offered, portFor, random)
    return answeredLine(endpoint, line, offered, audioContent(chosen[line] ?? []), reverse(directionOf(offer, offered)), port, random)
  })
  const sealed = seal(endpoint, { bandwidths: [], attributes: webRtcSession(media, offer), media })
  const agreed = { local: sealed.description, remote: offer, offeredBy: 'remote' } as const
  return ok({ ...sealed, endpoint: { ...sealed.endpoint, phase: 'stable', agreed } })
}

/** An offer of our own: one audio line with `codecs`. Lines negotiated before keep their place; those other than audio are refused. */
export function offerLocally(
  endpoint: EndpointNegotiation,
  portFor: PortFor,
  random: Random,
  codecs: readonly Codec[] = codecsFor(endpoint.profile),
): Result<Sealed, NegotiationError> {
  if (endpoint.phase === 'offer-received') return failed({ kind: 'glare', detail: 'this peer waits for the answer to its own offer' })
  if (!codecs.some(isVoice)) return failed({ kind: 'nothing-acceptable', detail: 'no codec for whom it shall be connected with' })
  const existing = endpoint.agreed?.local.media ?? []
  const audio = existing.findIndex((media) => media.kind === 'audio')
  const line = audio < 0 ? existing.length : audio
  const port = portFor(line)
  if (!port) return failed({ kind: 'nothing-acceptable', detail: 'no ports for the audio line' })
  const media = existing.map(refusedLine)
  const content = audioContent(codecs)
  const attributes = endpoint.profile.fax === true ? [...content.attributes, NO_SILENCE_SUPPRESSION] : content.attributes
  media[line] = offeredLine(endpoint, line, { ...content, attributes }, 'sendrecv', port, random)
  const sealed = seal(endpoint, { bandwidths: [], attributes: webRtcSession(media, undefined), media })
  const lastOffer = { description: sealed.description, relayed: undefined }
  return ok({ ...sealed, endpoint: { ...sealed.endpoint, phase: 'offer-sent', lastOffer } })
}

/** A line beside the audio: as it was agreed on before with another party, or refused. */
function keptLine(
  endpoint: EndpointNegotiation,
  line: number,
  offer: SessionDescription,
  offered: MediaDescription,
  portFor: PortFor,
  random: Random,
): MediaDescription {
  const inUse = codecsInUse(endpoint.agreed, line).map(({ payloadType }) => String(payloadType))
  const formats = offered.formats.filter((format) => inUse.includes(format))
  const isKept =
    formats.length > 0 &&
    endpoint.agreed?.remote.media[line]?.kind === offered.kind &&
    transportOf(offered) !== 'udptl' &&
    isAcceptable(offered, endpoint.profile)
  const port = isKept ? portFor(line) : undefined
  if (!port) return refusedLine(offered)
  const content = { ...offered, formats, connection: undefined, attributes: relayedAttributes(offered.attributes) }
  return answeredLine(endpoint, line, offered, content, reverse(directionOf(offer, offered)), port, random)
}
