import type { MixingRoom, RoomOptions } from './media-engine/mixing-room.ts'
import type { MediaSource, Playback, PressOptions } from './media-engine/playing.ts'
import type { ListenOptions, Recording, RecordingOptions } from './media-engine/recording.ts'
import type { Direction } from './sdp/direction.ts'

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
  /** Sessions of one group (a tenant) live on one worker, so that endpoints can move between them and meet in rooms. */
  readonly group?: string
}

export interface EndpointProfile {
  /**
   * SRTP towards this peer: 'none' plain RTP only; 'offered' answers what the peer offers, also WebRTC, and offers plain; 'required' by
   * SDES (RFC 4568); 'dtls' a browser (WebRTC: ICE, DTLS-SRTP), which is offered nothing else.
   */
  readonly srtp: 'none' | 'offered' | 'required' | 'dtls'
  /** Address family the peer talks. */
  readonly addressFamily: 'IPv4' | 'IPv6'
  /** The address of ours that this peer reaches, as its signalling shows; absent: the engine's own. */
  readonly localAddress?: string
  /**
   * Encoding names of the voice codecs that may be spoken with this peer, preferred first; absent: all there are, as the peer prefers
   * them. What another party offers is cut down to them, and transcoded where it has none of them.
   */
  readonly codecs?: readonly string[]
  /** False: the peer is not offered T.38, so that a fax goes in G.711 (TRK-08). */
  readonly t38?: boolean
  /**
   * A fax is carried: what is offered to the peer is G.711 without silence suppression, and T.38 where the other party offers it. An
   * offer with neither is refused as `nothing-acceptable`, because a fax does not survive other codecs.
   */
  readonly fax?: boolean
}

/** One party's media in a session: an own pair of ports, codec state and counters. Only its session can act on it. */
export interface Endpoint {
  readonly id: string
  readonly profile: EndpointProfile
}

export interface OfferOptions {
  /** The party this one will talk to: its codecs come first, whether they are spoken here or not, so that nothing need be transcoded. */
  readonly like?: Endpoint
}

export interface MediaSession {
  readonly callId: string
  endpoint(id: string, profile: EndpointProfile): Endpoint
  /** `from`'s peer offered `sdp`; gives the offer to send to `to`'s peer. With `to` already negotiated this is a renegotiation (hold, codec change). */
  relayOffer(from: Endpoint, to: Endpoint, sdp: string): Promise<string>
  /** `from`'s peer answered the offer that `relayOffer(to, from)` gave; gives the answer for `to`'s peer and connects both. */
  relayAnswer(from: Endpoint, to: Endpoint, sdp: string): Promise<string>
  /** The peer of `from` refused the relayed offer: both sides stay as they were before it. */
  rejectOffer(from: Endpoint, to: Endpoint): Promise<void>
  /**
   * `endpoint`'s peer offered `sdp` and media ends here: gives the answer. The codec in use stays when it is offered
   * again, also one that only another party speaks: a hold can be answered for any call.
   */
  answer(endpoint: Endpoint, sdp: string): Promise<string>
  /** An offer of our own to `endpoint`'s peer. */
  offer(endpoint: Endpoint, options?: OfferOptions): Promise<string>
  /** The peer's answer to `offer`. */
  accept(endpoint: Endpoint, sdp: string): Promise<void>
  /** What the peer may do as last negotiated: `sendonly` and `inactive` mean it holds us. `inactive` before any negotiation. */
  direction(endpoint: Endpoint): Direction
  /**
   * Takes an endpoint over from another session (transfer, pickup, park, conference); from one of another group only its sound. Ports, codec and
   * keys stay; the peer is not asked. It hears silence until it is connected, its recordings end with `endpoint-gone`,
   * and the old handle is unusable.
   */
  adopt(endpoint: Endpoint, from: MediaSession, id: string): Promise<Endpoint>
  /**
   * Lets the two negotiated endpoints hear each other; ends what either was connected to, played, or the room it was in.
   * Packets pass untouched where both speak a common codec, and are transcoded where they share none.
   */
  connect(a: Endpoint, b: Endpoint): Promise<void>
  /** Plays into one endpoint; ends what it heard before, another party as well. */
  play(endpoint: Endpoint, source: MediaSource): Promise<Playback>
  /** What is listened for in the sound of this endpoint, from now on and in place of what was asked before. */
  listen(endpoint: Endpoint, options: ListenOptions): void
  /**
   * From now on it is told when the endpoint's peer, having been heard, ceases to send without holding or listening only (`stopped`), and
   * when it is heard again (`returned`). Meanwhile who is connected with it hears a soft signal. Silence that the peer announces by
   * comfort noise (RFC 3389) does not count, nor that of a stream that is known to pause. With `watched` false that ends, and so does a signal that is heard.
   */
  watchForStops(endpoint: Endpoint, watched: boolean): void
  /** Sends key presses to the endpoint's peer, one after the other: as telephone events, or as tones when it knows none. Settles when all are sent. */
  press(endpoint: Endpoint, digits: string, options?: PressOptions): Promise<void>
  /** Records one endpoint's peer, or two that talk. What they hear and how they are connected stays as it is. */
  record(options: RecordingOptions): Promise<Recording>
  /** A conference of endpoints of this session. */
  room(options: RoomOptions): MixingRoom
  /** Releases an endpoint's ports and gives its final counters. */
  remove(endpoint: Endpoint): Promise<EndpointStatistics>
  statistics(endpoint: Endpoint): Promise<EndpointStatistics>
  /** DTMF, inactivity and source changes; ends with the session. One reader. */
  readonly events: AsyncIterable<MediaEvent>
  close(): Promise<void>
}

export type MediaEvent =
  /** Once per key press. `inband`: found in the sound of a peer that negotiated no telephone events. */
  | {
      readonly kind: 'dtmf'
      readonly endpoint: string
      readonly digit: string
      readonly durationMs: number
      readonly by: 'telephone-event' | 'inband'
    }
  /** The endpoint's peer is a fax machine that calls: once per burst of its tone, if that is listened for. */
  | { readonly kind: 'calling-tone'; readonly endpoint: string }
  /** No packet for the inactivity time although the direction expects some. */
  | { readonly kind: 'inactive'; readonly endpoint: string; readonly silentMs: number }
  /** `watchForStops`: `silentMs` since the last packet. */
  | { readonly kind: 'stopped' | 'returned'; readonly endpoint: string; readonly silentMs: number }
  | { readonly kind: 'source-changed'; readonly endpoint: string; readonly address: string; readonly port: number }
  /** A member of a room, or an endpoint listened to for speech, began or ceased to speak. */
  | { readonly kind: 'speaking'; readonly endpoint: string; readonly active: boolean; readonly levelDbm0: number }
  /** What should have been played cannot be heard: a file is missing or unreadable, or the peer's codec is not spoken here. */
  | { readonly kind: 'playback-failed'; readonly endpoint: string; readonly file: string | undefined; readonly why: string }
  /** The peer of a WebRTC endpoint did not prove who it is, so there is no sound from or for it; end the call. */
  | { readonly kind: 'unprotected'; readonly endpoint: string; readonly why: ProtectionFailure }
  /** The engine lost this endpoint's media (a worker died). It hears and sends nothing any more; end the call. */
  | { readonly kind: 'lost'; readonly endpoint: string }

/** Its certificate is not the one that its description names; the handshake was refused or broken; it did not end in time. */
export type ProtectionFailure = 'fingerprint-mismatch' | 'handshake-failed' | 'handshake-timeout'

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
  /** How it was meanwhile, oldest first; absent: not measured. */
  readonly samples?: readonly QualitySample[]
}

/** What came from the peer in one interval of a call. */
export interface QualitySample {
  /** End of the interval, since the first measurement. */
  readonly atSeconds: number
  readonly packets: number
  readonly lost: number
  readonly jitterMs: number
  readonly roundTripMs: number | null
  /** Of this interval; null without packets. */
  readonly mos: number | null
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
