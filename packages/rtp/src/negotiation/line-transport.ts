import { cryptoAttributesOf } from '../sdp/crypto-attribute.ts'
import type { MediaDescription } from '../sdp/session-description.ts'
import type { NegotiationProfile } from './endpoint-negotiation.ts'
import { isUsableCrypto } from './line-crypto.ts'

/** How the packets of a line travel: plain RTP, RTP whose description asks for SRTP by its protocol, or T.38 over UDPTL. */
export type LineTransport = 'rtp' | 'srtp' | 'udptl'

const TRANSPORTS: ReadonlyMap<string, LineTransport> = new Map([
  ['RTP/AVP', 'rtp'],
  ['RTP/AVPF', 'rtp'],
  ['RTP/SAVP', 'srtp'],
  ['RTP/SAVPF', 'srtp'],
  ['UDPTL', 'udptl'],
])

const RTP_KINDS: ReadonlySet<string> = new Set(['audio', 'video', 'text'])

/** Undefined for protocols that are not relayed (DTLS-SRTP, MSRP, BFCP, …). */
export function transportOf(media: MediaDescription): LineTransport | undefined {
  return TRANSPORTS.get(media.protocol.toUpperCase())
}

/** Whether a peer with that profile may offer this line: live, of a kind and protocol we relay, protected as the profile asks. */
export function isAcceptable(media: MediaDescription, profile: NegotiationProfile): boolean {
  const transport = transportOf(media)
  if (media.port === 0 || media.formats.length === 0 || transport === undefined) return false
  if (transport === 'udptl') return media.kind === 'image' && profile.srtp !== 'required'
  if (!RTP_KINDS.has(media.kind)) return false
  const canProtect = profile.srtp !== 'none' && cryptoAttributesOf(media).some(isUsableCrypto)
  return canProtect || (transport === 'rtp' && profile.srtp !== 'required')
}

/** The protocol with or without SRTP; feedback (AVPF) stays as it is. */
export function protocolFor(source: string, secured: boolean): string {
  const feedback = source.toUpperCase().endsWith('AVPF') ? 'F' : ''
  return `RTP/${secured ? 'SAVP' : 'AVP'}${feedback}`
}
