import type { Random } from '@klinke/foundation'
import type { EndpointProfile } from '../media-engine.ts'
import type { Fingerprint } from '../sdp/fingerprint.ts'
import { printSdp, printSdpBody } from '../sdp/print.ts'
import type { AddressFamily, SessionDescription } from '../sdp/session-description.ts'

/**
 * Offer/answer state (RFC 3264) of one endpoint towards its peer. Immutable: every transition gives a new state, so
 * keeping the old one is all a caller needs to go back.
 *
 * ```
 *            relayOffer(from), answerLocally          relayOffer(to), offerLocally
 *   stable ──────────────────────────► offer-received     stable ──────────► offer-sent
 *          ◄─────────────────────────                            ◄──────────
 *            relayAnswer(to), rejectOffer             relayAnswer(from), acceptAnswer, rejectOffer
 * ```
 */
export interface EndpointNegotiation {
  readonly profile: NegotiationProfile
  /** Address put into every description for this peer. */
  readonly localAddress: string
  /** Session id of o=, the same as long as the endpoint lives (RFC 3264 §8). */
  readonly sessionId: string
  readonly phase: 'stable' | 'offer-sent' | 'offer-received'
  /** The last offer and answer both sides hold to; undefined before the first answer. */
  readonly agreed: Agreement | undefined
  /** Our last offer. Kept after its answer: an early answer comes again with the 200, or another fork's replaces it. */
  readonly lastOffer: LocalOffer | undefined
  /** What the peer saw last from us, without its o= line, and the version that stood in it. */
  readonly lastSent: { readonly body: string; readonly version: number } | undefined
}

export interface NegotiationProfile extends EndpointProfile {
  /** Accept RTCP on the RTP port (RFC 5761) when the peer offers it. The engine must then tell the two apart. */
  readonly rtcpMux: boolean
  /** Of the certificate shown by DTLS (RFC 8122); undefined where the engine speaks no DTLS, and so no WebRTC. */
  readonly fingerprint?: Fingerprint | undefined
  /** Another address of ours, which a browser may reach when `localAddress` is only that of a proxy for its signalling. */
  readonly otherAddress?: string
}

export interface Agreement {
  readonly local: SessionDescription
  readonly remote: SessionDescription
  readonly offeredBy: 'local' | 'remote'
}

export interface LocalOffer {
  readonly description: SessionDescription
  /** For a relayed offer: what the other party's peer had written; undefined for an offer of our own. */
  readonly relayed: RelayedOffer | undefined
}

export interface RelayedOffer {
  readonly source: SessionDescription
  /** Which of our lines stands for the source's line of that index; undefined for lines we refuse ourselves. */
  readonly lineMap: readonly (number | undefined)[]
}

/** The pair of local ports for one media line. */
export interface LocalPort {
  readonly rtpPort: number
  readonly rtcpPort: number
}

/** Gives the ports of an endpoint's media line, taking them from the pool the first time. Undefined refuses the line. */
export type PortFor = (line: number) => LocalPort | undefined

/** Why a description cannot be negotiated. `bad-sdp` is the peer's fault, `glare` asks for a 491, the others for a 488. */
export interface NegotiationError {
  readonly kind: 'bad-sdp' | 'nothing-acceptable' | 'glare' | 'no-offer'
  readonly detail: string
}

/** An endpoint that has negotiated nothing yet. */
export function newNegotiation(profile: NegotiationProfile, localAddress: string, random: Random): EndpointNegotiation {
  return {
    profile,
    localAddress,
    sessionId: String(random.uint32() + 1),
    phase: 'stable',
    agreed: undefined,
    lastOffer: undefined,
    lastSent: undefined,
  }
}

/** The pending offer, ours or the peer's, was refused: what was agreed before it holds on (RFC 3261 §14.1). */
export function rejectOffer(endpoint: EndpointNegotiation): EndpointNegotiation {
  const lastOffer = endpoint.phase === 'offer-sent' ? undefined : endpoint.lastOffer
  return { ...endpoint, phase: 'stable', lastOffer }
}

/** What of a description the negotiation decides; o= is added by `seal`. */
export type Draft = Pick<SessionDescription, 'bandwidths' | 'attributes' | 'media'>

/** A description ready to send, and the endpoint that remembers having sent it. */
export interface Sealed {
  readonly endpoint: EndpointNegotiation
  readonly description: SessionDescription
  readonly sdp: string
}

/** Puts our o=, s=, c= and t= to a draft. The version grows by one exactly when something else changed (RFC 3264 §8). */
export function seal(endpoint: EndpointNegotiation, draft: Draft): Sealed {
  const addressFamily: AddressFamily = endpoint.profile.addressFamily
  const connection = { addressFamily, address: endpoint.localAddress }
  const unversioned: SessionDescription = {
    origin: { username: '-', sessionId: endpoint.sessionId, sessionVersion: '0', connection },
    name: '-',
    descriptive: [],
    connection,
    times: ['t=0 0'],
    ...draft,
  }
  const body = printSdpBody(unversioned)
  const { lastSent } = endpoint
  const version = lastSent === undefined ? 1 : lastSent.version + (lastSent.body === body ? 0 : 1)
  const description = { ...unversioned, origin: { ...unversioned.origin, sessionVersion: String(version) } }
  return { endpoint: { ...endpoint, lastSent: { body, version } }, description, sdp: printSdp(description) }
}
