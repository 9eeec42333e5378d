import assert from 'node:assert/strict'
import { type Random, type Result, seededRandom } from '@klinke/foundation'
import { parseSdp } from '../../sdp/parse.ts'
import type { MediaDescription, SessionDescription } from '../../sdp/session-description.ts'
import {
  type EndpointNegotiation,
  type NegotiationError,
  type NegotiationProfile,
  newNegotiation,
  type PortFor,
} from '../endpoint-negotiation.ts'
import { relayAnswer } from '../relay-answer.ts'
import { type Relayed, relayOffer } from '../relay-offer.ts'

export const PLAIN: NegotiationProfile = { srtp: 'none', addressFamily: 'IPv4', rtcpMux: false }
export const OPTIONAL_SRTP: NegotiationProfile = { ...PLAIN, srtp: 'offered' }
export const ONLY_SRTP: NegotiationProfile = { ...PLAIN, srtp: 'required' }

/** Phone A's description: `media` lines after the usual opening. */
export function describe(version: number, ...media: string[]): string {
  return ['v=0', `o=alice 77 ${version} IN IP4 192.0.2.10`, 's=-', 'c=IN IP4 192.0.2.10', 't=0 0', ...media]
    .map((line) => `${line}\r\n`)
    .join('')
}

export const G711_OFFER = describe(1, 'm=audio 4000 RTP/AVP 8 0 101', 'a=rtpmap:101 telephone-event/8000', 'a=ptime:20', 'a=sendrecv')
export const G711_ANSWER = describe(1, 'm=audio 5000 RTP/AVP 8 101', 'a=rtpmap:101 telephone-event/8000', 'a=ptime:20')

/** Two endpoints of one relay, and offers and answers that must succeed. */
export class TwoParties {
  a: EndpointNegotiation
  b: EndpointNegotiation
  readonly random: Random = seededRandom(5)
  readonly aPorts: PortFor = (line) => ({ rtpPort: 20_000 + 2 * line, rtcpPort: 20_001 + 2 * line })
  readonly bPorts: PortFor = (line) => ({ rtpPort: 30_000 + 2 * line, rtcpPort: 30_001 + 2 * line })

  constructor(a: NegotiationProfile = PLAIN, b: NegotiationProfile = PLAIN) {
    this.a = newNegotiation(a, '203.0.113.1', this.random)
    this.b = newNegotiation(b, b.addressFamily === 'IPv6' ? '2001:db8::1' : '203.0.113.1', this.random)
  }

  tryOfferFromA(sdp: string): Result<Relayed, NegotiationError> {
    return relayOffer(this.a, this.b, sdp, this.bPorts, this.random)
  }

  offerFromA(sdp: string): string {
    const { from, to, sdp: out } = succeeded(this.tryOfferFromA(sdp))
    Object.assign(this, { a: from, b: to })
    return out
  }

  tryAnswerFromB(sdp: string): Result<Relayed, NegotiationError> {
    return relayAnswer(this.b, this.a, sdp, this.aPorts, this.random)
  }

  answerFromB(sdp: string): string {
    const { from, to, sdp: out } = succeeded(this.tryAnswerFromB(sdp))
    Object.assign(this, { b: from, a: to })
    return out
  }

  offerFromB(sdp: string): string {
    const { from, to, sdp: out } = succeeded(relayOffer(this.b, this.a, sdp, this.aPorts, this.random))
    Object.assign(this, { b: from, a: to })
    return out
  }

  answerFromA(sdp: string): string {
    const { from, to, sdp: out } = succeeded(relayAnswer(this.a, this.b, sdp, this.bPorts, this.random))
    Object.assign(this, { a: from, b: to })
    return out
  }
}

export function succeeded<T>(result: Result<T, NegotiationError>): T {
  assert.ok(result.ok, result.ok ? '' : `${result.error.kind}: ${result.error.detail}`)
  return result.value
}

export function read(sdp: string): SessionDescription {
  const result = parseSdp(sdp)
  assert.ok(result.ok)
  return result.value
}

export function line(sdp: string, index: number): MediaDescription {
  const media = read(sdp).media[index]
  assert.ok(media)
  return media
}

export function mLines(sdp: string): string[] {
  return sdp.split('\r\n').filter((text) => text.startsWith('m='))
}

export function version(sdp: string): number {
  return Number(read(sdp).origin.sessionVersion)
}
