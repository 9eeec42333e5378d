/**
 * The media port. Call control speaks only this; `media/embedded` implements it with worker threads,
 * a later `media/rtpengine` with the ng protocol (offer, answer, delete, query, play media), and `media/direct`
 * hands the session descriptions through. SDP travels as text.
 */
export interface MediaEngine {
  /** Opens the media of one call. Ports are taken as endpoints need them. Throws `NoMediaPorts` when none is left. */
  open(callId: string, options?: MediaSessionOptions): MediaSession
  /** Ends all sessions and workers. */
  close(): Promise<void>
}

export interface MediaSessionOptions {
  /** Silence of a peer that should be sending after which an `inactive` event comes; absent or 0 never. */
  readonly inactivitySeconds?: number
}

export interface EndpointProfile {
  /** SRTP towards this peer by SDES (RFC 4568): 'none' plain RTP only; 'offered' answers what the peer offers and offers plain; 'required'. */
  readonly srtp: 'none' | 'offered' | 'required'
  /** Address family the peer talks. */
  readonly addressFamily: 'IPv4' | 'IPv6'
  /** The address of ours that this peer reaches, as its signalling shows; absent: the engine's own. */
  readonly localAddress?: string
}

/** One party's media in a session: an own pair of ports, codec state and counters. Only its session can act on it. */
export interface Endpoint {
  readonly id: string
  readonly profile: EndpointProfile
}

/** What an endpoint hears when no other party is connected to it. */
export type MediaSource =
  | { readonly kind: 'silence' }
  | { readonly kind: 'echo' }
  | { readonly kind: 'tone'; readonly frequencyHz: number; readonly levelDbm0: number }

export interface MediaSession {
  readonly callId: string
  endpoint(id: string, profile: EndpointProfile): Endpoint
  /** `from`'s peer offered `sdp`; gives the offer to send to `to`'s peer. With `to` already negotiated this is a renegotiation (hold, codec change). */
  relayOffer(from: Endpoint, to: Endpoint, sdp: string): Promise<string>
  /** `from`'s peer answered the offer that `relayOffer(to, from)` gave; gives the answer for `to`'s peer and connects both. */
  relayAnswer(from: Endpoint, to: Endpoint, sdp: string): Promise<string>
  /** The peer of `from` refused the relayed offer: both sides stay as they were before it. */
  rejectOffer(from: Endpoint, to: Endpoint): Promise<void>
  /** `endpoint`'s peer offered `sdp` and media ends here: gives the answer. */
  answer(endpoint: Endpoint, sdp: string): Promise<string>
  /** An offer of our own to `endpoint`'s peer. */
  offer(endpoint: Endpoint): Promise<string>
  /** The peer's answer to `offer`. */
  accept(endpoint: Endpoint, sdp: string): Promise<void>
  /** Lets the two negotiated endpoints hear each other; ends what either was connected to. */
  connect(a: Endpoint, b: Endpoint): Promise<void>
  /** Plays into one endpoint instead of another party. */
  play(endpoint: Endpoint, source: MediaSource): Promise<void>
  /** Releases an endpoint's ports and gives its final counters. */
  remove(endpoint: Endpoint): Promise<EndpointStatistics>
  statistics(endpoint: Endpoint): Promise<EndpointStatistics>
  /** DTMF, inactivity and source changes; ends with the session. One reader. */
  readonly events: AsyncIterable<MediaEvent>
  close(): Promise<void>
}

export type MediaEvent =
  /** RFC 4733 event, once per key press. */
  | { readonly kind: 'dtmf'; readonly endpoint: string; readonly digit: string; readonly durationMs: number }
  /** No packet for the inactivity time although the direction expects some. */
  | { readonly kind: 'inactive'; readonly endpoint: string; readonly silentMs: number }
  | { readonly kind: 'source-changed'; readonly endpoint: string; readonly address: string; readonly port: number }
  /** The engine lost this endpoint's media (a worker died). It hears and sends nothing any more; end the call. */
  | { readonly kind: 'lost'; readonly endpoint: string }

/** Counters of what came from the endpoint's peer and went to it. */
export interface EndpointStatistics {
  readonly packetsReceived: number
  readonly bytesReceived: number
  readonly packetsSent: number
  readonly bytesSent: number
  /** Packets missing in the sequence received. */
  readonly packetsLost: number
  /** RFC 3550 §6.4.1 interarrival jitter. */
  readonly jitterMs: number
  /** From RTCP; undefined before the first report that allows it. */
  readonly roundTripMs: number | undefined
  /** Mean opinion score 1–4.5 by the E-model (ITU-T G.107); undefined without packets. */
  readonly mos: number | undefined
  /** Encoding name in use, such as `PCMA`; undefined before negotiation. */
  readonly codec: string | undefined
}

/** Of an endpoint without media, or before its first packet. */
export const NOTHING_COUNTED: EndpointStatistics = {
  packetsReceived: 0,
  bytesReceived: 0,
  packetsSent: 0,
  bytesSent: 0,
  packetsLost: 0,
  jitterMs: 0,
  roundTripMs: undefined,
  mos: undefined,
  codec: undefined,
}
