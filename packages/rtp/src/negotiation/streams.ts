import type { IceCredentials } from '../ice/credentials.ts'
import { hasAttribute } from '../sdp/attributes.ts'
import { type Codec, codecsOf, packetTimeMs } from '../sdp/codec.ts'
import { type CryptoAttribute, cryptoAttributesOf } from '../sdp/crypto-attribute.ts'
import { type Direction, directionFrom, directionOf, receives, sends } from '../sdp/direction.ts'
import type { Fingerprint } from '../sdp/fingerprint.ts'
import { type MediaAddress, mediaAddressOf } from '../sdp/media-address.ts'
import type { MediaDescription } from '../sdp/session-description.ts'
import type { Agreement } from './endpoint-negotiation.ts'
import { matchCrypto } from './line-crypto.ts'
import { transportOf } from './line-transport.ts'
import { webRtcPeerOf } from './web-rtc-line.ts'

/** What offer and answer made of one media line, from our side: all that the media worker must know. */
export interface NegotiatedStream {
  /** Index of the m-line, and of the endpoint's ports. */
  readonly line: number
  readonly kind: string
  readonly transport: 'rtp' | 'udptl'
  /** Where the peer wants its packets; undefined while it holds us by 0.0.0.0. */
  readonly remote: MediaAddress | undefined
  /** Whether we send to the peer, and expect packets from it. */
  readonly direction: Direction
  /** RTCP shares the RTP port (RFC 5761). */
  readonly rtcpMux: boolean
  /** Codecs the peer wants to receive, under the numbers it asked for, preferred first. */
  readonly sendCodecs: readonly Codec[]
  /** Codecs we asked for, under the numbers we told the peer. */
  readonly receiveCodecs: readonly Codec[]
  /** SRTP keys of the two directions; undefined for plain RTP. */
  readonly srtp: { readonly send: CryptoAttribute; readonly receive: CryptoAttribute } | undefined
  /** ICE and DTLS of a browser, which yield the address and the keys; undefined for all others. */
  readonly webRtc: WebRtcTransport | undefined
  /** Packet time the peer asked for. */
  readonly packetTimeMs: number
}

export interface WebRtcTransport {
  readonly local: IceCredentials
  readonly remote: IceCredentials
  /** The certificate that the peer shows by DTLS has one of these. */
  readonly fingerprints: readonly Fingerprint[]
}

const DEFAULT_PACKET_TIME_MS = 20

/** The live streams of an agreement, by m-line. Lines that either side refused are left out. */
export function streamsOf({ local, remote, offeredBy }: Agreement): NegotiatedStream[] {
  const streams: NegotiatedStream[] = []
  for (const [line, ours] of local.media.entries()) {
    const theirs = remote.media[line]
    const [offered, answered] = offeredBy === 'local' ? [ours, theirs] : [theirs, ours]
    if (!theirs || !offered || !answered || !isAnswerUsable(offered, answered, offeredBy)) continue
    const matched = matchCrypto(offered, answered)
    const [localCrypto, remoteCrypto] = offeredBy === 'local' ? [matched?.offer, matched?.answer] : [matched?.answer, matched?.offer]
    const peer = directionOf(remote, theirs)
    const own = directionOf(local, ours)
    streams.push({
      line,
      kind: ours.kind,
      transport: transportOf(ours) === 'udptl' ? 'udptl' : 'rtp',
      remote: mediaAddressOf(remote, theirs),
      direction: directionFrom(sends(own) && receives(peer), receives(own) && sends(peer)),
      rtcpMux: hasAttribute(ours, 'rtcp-mux') && hasAttribute(theirs, 'rtcp-mux'),
      sendCodecs: codecsOf(theirs),
      receiveCodecs: codecsOf(ours),
      srtp: localCrypto && remoteCrypto && { send: localCrypto, receive: remoteCrypto },
      webRtc: webRtcOf(ours, theirs),
      packetTimeMs: packetTimeMs(theirs) ?? DEFAULT_PACKET_TIME_MS,
    })
  }
  return streams
}

function webRtcOf(ours: MediaDescription, theirs: MediaDescription): WebRtcTransport | undefined {
  const [local, remote] = [webRtcPeerOf(ours), webRtcPeerOf(theirs)]
  if (transportOf(ours) !== 'dtls' || !local || !remote) return undefined
  return { local: local.ice, remote: remote.ice, fingerprints: remote.fingerprints }
}

/**
 * Whether an answered line is live and keeps the offer's protocol and protection: SAVP needs a matching key (RFC 4568 §5.1.3), DTLS a
 * fingerprint, and the server's part left to us.
 */
export function isAnswerUsable(offered: MediaDescription, answered: MediaDescription, offeredBy: 'local' | 'remote' = 'local'): boolean {
  if (offered.port === 0 || answered.port === 0 || answered.kind !== offered.kind) return false
  const transport = transportOf(offered)
  if (transport !== transportOf(answered)) return false
  if (transport === 'dtls') {
    const [theirs, setup] = offeredBy === 'local' ? [answered, 'active'] : [offered, 'passive']
    return webRtcPeerOf(theirs) !== undefined && webRtcPeerOf(answered)?.setup === setup
  }
  const optional = transport !== 'srtp' && (cryptoAttributesOf(answered).length === 0 || cryptoAttributesOf(offered).length === 0)
  return optional || matchCrypto(offered, answered) !== undefined
}
