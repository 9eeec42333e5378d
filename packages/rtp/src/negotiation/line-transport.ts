import { cryptoAttributesOf } from '../sdp/crypto-attribute.ts'
import type { MediaDescription } from '../sdp/session-description.ts'
import type { NegotiationProfile } from './endpoint-negotiation.ts'
import { isUsableCrypto } from './line-crypto.ts'
import { webRtcPeerOf } from './web-rtc-line.ts'

/**
 * How the packets of a line travel: plain RTP, RTP whose description asks for SRTP by its protocol, RTP with keys from DTLS and
 * paths from ICE (WebRTC), or T.38 over UDPTL.
 */
export type LineTransport = 'rtp' | 'srtp' | 'dtls' | 'udptl'

const TRANSPORTS: ReadonlyMap<string, LineTransport> = new Map([
  ['RTP/AVP', 'rtp'],
  ['RTP/AVPF', 'rtp'],
  ['RTP/SAVP', 'srtp'],
  ['RTP/SAVPF', 'srtp'],
  ['UDP/TLS/RTP/SAVP', 'dtls'],
  ['UDP/TLS/RTP/SAVPF', 'dtls'],
  ['UDPTL', 'udptl'],
])

const RTP_KINDS: ReadonlySet<string> = new Set(['audio', 'video', 'text'])

/** Undefined for protocols that are not relayed (data channels, MSRP, BFCP, …). */
export function transportOf(media: MediaDescription): LineTransport | undefined {
  return TRANSPORTS.get(media.protocol.toUpperCase())
}

/** Whether a peer with that profile may offer this line: live, of a kind and protocol we relay, protected as the profile asks. */
export function isAcceptable(media: MediaDescription, profile: NegotiationProfile): boolean {
  const transport = transportOf(media)
  if (media.port === 0 || media.formats.length === 0 || transport === undefined) return false
  if (transport === 'udptl') return media.kind === 'image' && profile.srtp !== 'required'
  if (transport === 'dtls') return isAcceptableWebRtc(media, profile)
  if (!RTP_KINDS.has(media.kind)) return false
  const canProtect = profile.srtp !== 'none' && cryptoAttributesOf(media).some(isUsableCrypto)
  return canProtect || (transport === 'rtp' && profile.srtp !== 'required')
}

/** A browser's picture has no other leg to go to here; only its sound is taken. */
function isAcceptableWebRtc(media: MediaDescription, profile: NegotiationProfile): boolean {
  const peer = webRtcPeerOf(media)
  return (
    media.kind === 'audio' && profile.srtp !== 'none' && profile.fingerprint !== undefined && peer !== undefined && peer.setup !== 'passive'
  )
}

/** The protocol with or without SRTP; feedback (AVPF) stays as it is, but for that of browsers, which is theirs alone. */
export function protocolFor(source: string, secured: boolean): string {
  if (TRANSPORTS.get(source.toUpperCase()) === 'dtls') return secured ? 'RTP/SAVP' : 'RTP/AVP'
  const feedback = source.toUpperCase().endsWith('AVPF') ? 'F' : ''
  return `RTP/${secured ? 'SAVP' : 'AVP'}${feedback}`
}
