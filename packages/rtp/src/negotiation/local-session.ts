import { failed, ok, type Random, type Result } from '@klinke/foundation'
import { type Codec, codecsOf, isComfortNoise, isTelephoneEvent, sameCodec } from '../sdp/codec.ts'
import { directionOf, reverse } from '../sdp/direction.ts'
import { parseSdp } from '../sdp/parse.ts'
import type { Attribute, MediaDescription } from '../sdp/session-description.ts'
import { type EndpointNegotiation, type NegotiationError, type PortFor, type Sealed, seal } from './endpoint-negotiation.ts'
import { answeredLine, type LineContent, offeredLine, refusedLine } from './line.ts'
import { isAcceptable } from './line-transport.ts'

/** What the exchange itself speaks when media ends here, preferred first. */
export const LOCAL_CODECS: readonly Codec[] = [
  { payloadType: 8, name: 'PCMA', clockRateHz: 8000, channels: 1, parameters: undefined },
  { payloadType: 0, name: 'PCMU', clockRateHz: 8000, channels: 1, parameters: undefined },
  { payloadType: 101, name: 'telephone-event', clockRateHz: 8000, channels: 1, parameters: '0-16' },
]

export const LOCAL_PACKET_TIME_MS = 20

/**
 * `endpoint`'s peer offered `sdp` and media ends here: answers the first audio line with the peer's most preferred codec
 * among `codecs` and with telephone events, and refuses the other lines in their place.
 */
export function answerLocally(
  endpoint: EndpointNegotiation,
  sdp: string,
  portFor: PortFor,
  random: Random,
  codecs: readonly Codec[] = LOCAL_CODECS,
): Result<Sealed, NegotiationError> {
  const parsed = parseSdp(sdp)
  if (!parsed.ok) return failed({ kind: 'bad-sdp', detail: `line ${parsed.error.line}: ${parsed.error.problem}` })
  if (endpoint.phase === 'offer-sent') return failed({ kind: 'glare', detail: 'this peer has an offer of ours to answer first' })
  const offer = parsed.value
  const answering = offer.media.findIndex(
    (media) => media.kind === 'audio' && isAcceptable(media, endpoint.profile) && selectCodecs(media, codecs).length > 0,
  )
  const port = answering < 0 ? undefined : portFor(answering)
  if (!port) return failed({ kind: 'nothing-acceptable', detail: 'no audio line with a codec and protection that is spoken here' })
  const media = offer.media.map((offered, line) => {
    if (line !== answering) return refusedLine(offered)
    const content = audioContent(selectCodecs(offered, codecs))
    return answeredLine(endpoint, line, offered, content, reverse(directionOf(offer, offered)), port, random)
  })
  const sealed = seal(endpoint, { bandwidths: [], attributes: [], media })
  const agreed = { local: sealed.description, remote: offer, offeredBy: 'remote' } as const
  return ok({ ...sealed, endpoint: { ...sealed.endpoint, phase: 'stable', agreed } })
}

/** An offer of our own: one audio line with `codecs`. Lines negotiated before keep their place; those other than audio are refused. */
export function offerLocally(
  endpoint: EndpointNegotiation,
  portFor: PortFor,
  random: Random,
  codecs: readonly Codec[] = LOCAL_CODECS,
): Result<Sealed, NegotiationError> {
  if (endpoint.phase === 'offer-received') return failed({ kind: 'glare', detail: 'this peer waits for the answer to its own offer' })
  const existing = endpoint.agreed?.local.media ?? []
  const audio = existing.findIndex((media) => media.kind === 'audio')
  const line = audio < 0 ? existing.length : audio
  const port = portFor(line)
  if (!port) return failed({ kind: 'nothing-acceptable', detail: 'no ports for the audio line' })
  const media = existing.map(refusedLine)
  media[line] = offeredLine(endpoint, line, audioContent(codecs), 'sendrecv', port, random)
  const sealed = seal(endpoint, { bandwidths: [], attributes: [], media })
  const lastOffer = { description: sealed.description, relayed: undefined }
  return ok({ ...sealed, endpoint: { ...sealed.endpoint, phase: 'offer-sent', lastOffer } })
}

/** The offerer's first codec that we speak, and telephone events at its clock rate, under the offerer's numbers. */
function selectCodecs(offered: MediaDescription, spoken: readonly Codec[]): Codec[] {
  const common = codecsOf(offered).filter((codec) => spoken.some((other) => sameCodec(codec, other)))
  const voice = common.find((codec) => !isTelephoneEvent(codec) && !isComfortNoise(codec))
  const events = common.find((codec) => isTelephoneEvent(codec) && codec.clockRateHz === voice?.clockRateHz)
  return voice ? [voice, ...(events ? [{ ...events, parameters: '0-16' }] : [])] : []
}

function audioContent(codecs: readonly Codec[]): LineContent {
  const attributes: Attribute[] = []
  for (const { payloadType, name, clockRateHz, channels, parameters } of codecs) {
    attributes.push({ name: 'rtpmap', value: `${payloadType} ${name}/${clockRateHz}${channels > 1 ? `/${channels}` : ''}` })
    if (parameters !== undefined) attributes.push({ name: 'fmtp', value: `${payloadType} ${parameters}` })
  }
  attributes.push({ name: 'ptime', value: String(LOCAL_PACKET_TIME_MS) })
  return { kind: 'audio', protocol: 'RTP/AVP', formats: codecs.map(({ payloadType }) => String(payloadType)), bandwidths: [], attributes }
}
