import type { Random } from '@klinke/foundation'
import { hasAttribute } from '../sdp/attributes.ts'
import { cryptoAttributesOf } from '../sdp/crypto-attribute.ts'
import type { Direction } from '../sdp/direction.ts'
import type { Attribute, MediaDescription } from '../sdp/session-description.ts'
import type { EndpointNegotiation, LocalPort } from './endpoint-negotiation.ts'
import { answeredCrypto, chooseCrypto, offeredCrypto } from './line-crypto.ts'
import { protocolFor, transportOf } from './line-transport.ts'
import { withoutBrowsers } from './relayed-attributes.ts'
import { webRtcAttributes } from './web-rtc-line.ts'

/** What a line says about its content, apart from addresses and keys. */
export type LineContent = Pick<MediaDescription, 'kind' | 'protocol' | 'formats' | 'bandwidths' | 'attributes'>

/** An m-line with port 0 in the place of one that is not wanted (RFC 3264 §6). */
export function refusedLine({ kind, protocol, formats }: MediaDescription): MediaDescription {
  return { ...NO_CONTENT, kind, port: 0, protocol, formats: formats.length > 0 ? formats : ['0'] }
}

const NO_CONTENT = { information: undefined, connection: undefined, bandwidths: [], attributes: [] }

/** A line of an offer to `endpoint`: our port, and SRTP as the profile wants it or as this line has had it so far. */
export function offeredLine(
  endpoint: EndpointNegotiation,
  line: number,
  content: LineContent,
  direction: Direction,
  port: LocalPort,
  random: Random,
): MediaDescription {
  const previous = endpoint.agreed?.local.media[line]
  const isRtp = transportOf({ ...NO_CONTENT, ...content, port: port.rtpPort }) !== 'udptl'
  if (isRtp && speaksWebRtc(endpoint)) return webRtcLine(endpoint, line, undefined, content, direction, port, random)
  const hadCrypto = previous !== undefined && cryptoAttributesOf(previous).length > 0
  const { srtp } = endpoint.profile
  const secured = isRtp && (srtp === 'required' || (srtp === 'offered' && hadCrypto))
  // A peer that offered RTP/AVP with crypto lines (optional SRTP) gets the same form back.
  const savp = secured && (srtp === 'required' || previous === undefined || transportOf(previous) === 'srtp')
  const muxed = isRtp && endpoint.profile.rtcpMux && previous !== undefined && hasAttribute(previous, 'rtcp-mux')
  return {
    ...NO_CONTENT,
    ...content,
    port: port.rtpPort,
    protocol: isRtp ? protocolFor(content.protocol, savp) : content.protocol,
    attributes: [
      ...content.attributes,
      ...(secured ? offeredCrypto(previous, random) : []),
      ...(isRtp ? transportAttributes(direction, port, muxed) : []),
    ],
  }
}

/** A line of an answer to `endpoint`'s offered line: its protocol, its best crypto line, our port. */
export function answeredLine(
  endpoint: EndpointNegotiation,
  line: number,
  offered: MediaDescription,
  content: LineContent,
  direction: Direction,
  port: LocalPort,
  random: Random,
): MediaDescription {
  if (transportOf(offered) === 'dtls') return webRtcLine(endpoint, line, offered, content, direction, port, random)
  const chosen = endpoint.profile.srtp === 'none' ? undefined : chooseCrypto(offered)
  const previous = endpoint.agreed?.local.media[line]
  const isRtp = transportOf(offered) !== 'udptl'
  const muxed = endpoint.profile.rtcpMux && hasAttribute(offered, 'rtcp-mux')
  return {
    ...NO_CONTENT,
    ...content,
    port: port.rtpPort,
    protocol: offered.protocol,
    attributes: [
      ...content.attributes,
      ...(chosen ? [answeredCrypto(chosen, previous, random)] : []),
      ...(isRtp ? transportAttributes(direction, port, muxed) : []),
    ],
  }
}

/** Whether this peer is a browser: the profile says so, or what it has agreed to. */
export function speaksWebRtc({ profile, agreed }: EndpointNegotiation): boolean {
  if (profile.fingerprint === undefined) return false
  return profile.srtp === 'dtls' || (agreed?.local.media ?? []).some((media) => media.port !== 0 && transportOf(media) === 'dtls')
}

function webRtcLine(
  endpoint: EndpointNegotiation,
  line: number,
  offered: MediaDescription | undefined,
  content: LineContent,
  direction: Direction,
  port: LocalPort,
  random: Random,
): MediaDescription {
  return {
    ...NO_CONTENT,
    ...content,
    port: port.rtpPort,
    protocol: offered?.protocol ?? 'UDP/TLS/RTP/SAVPF',
    attributes: [
      ...withoutBrowsers(content.attributes),
      ...webRtcAttributes(endpoint, line, port, offered, random),
      { name: direction, value: undefined },
    ],
  }
}

/** Where RTCP goes, and the direction. a=rtcp stays beside rtcp-mux for a peer that takes the offer without it (RFC 5761 §5.1.1). */
function transportAttributes(direction: Direction, port: LocalPort, muxed: boolean): Attribute[] {
  const attributes: Attribute[] = []
  if (port.rtcpPort !== port.rtpPort + 1) attributes.push({ name: 'rtcp', value: String(port.rtcpPort) })
  if (muxed) attributes.push({ name: 'rtcp-mux', value: undefined })
  attributes.push({ name: direction, value: undefined })
  return attributes
}
