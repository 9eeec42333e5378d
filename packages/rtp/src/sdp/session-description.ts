/**
 * A session description (RFC 8866, formerly 4566). What the exchange does not know is kept, in order, so that
 * parsing and printing loses nothing a relay must pass on. Lines stand in the order of RFC 8866 §5; only the
 * order inside one letter carries meaning, and that is kept.
 */
export interface SessionDescription {
  readonly origin: Origin
  /** s= line; `-` when the peer left it out. */
  readonly name: string
  /** i=, u=, e= and p= lines, whole. They describe people and are not relayed. */
  readonly descriptive: readonly string[]
  /** c= of the session; a media line's own one goes before it. */
  readonly connection: Connection | undefined
  readonly bandwidths: readonly Bandwidth[]
  /** t=, r= and z= lines, whole. */
  readonly times: readonly string[]
  readonly attributes: readonly Attribute[]
  readonly media: readonly MediaDescription[]
}

/** o= line, RFC 8866 §5.2. Session id and version are numbers of up to 64 bits and more: kept as their digits. */
export interface Origin {
  readonly username: string
  readonly sessionId: string
  readonly sessionVersion: string
  readonly connection: Connection
}

/** c= line, RFC 8866 §5.7, and the address part of o=. */
export interface Connection {
  readonly addressFamily: AddressFamily
  /** IP address or host name, without the multicast suffix `/ttl`. */
  readonly address: string
}

export type AddressFamily = 'IPv4' | 'IPv6'

/** b= line, such as `AS:64` (kbit/s) or `TIAS:64000` (bit/s). */
export interface Bandwidth {
  readonly type: string
  readonly value: number
}

/** a= line. A property attribute has no value. */
export interface Attribute {
  readonly name: string
  readonly value: string | undefined
}

/** An m= line with what belongs to it, RFC 8866 §5.14. */
export interface MediaDescription {
  /** audio, video, image, application, text, message or another. */
  readonly kind: string
  /** 0: the stream is refused or ended (RFC 3264 §6). */
  readonly port: number
  readonly protocol: string
  /** Payload types for RTP, `t38` for fax, else what the protocol says. */
  readonly formats: readonly string[]
  readonly information: string | undefined
  readonly connection: Connection | undefined
  readonly bandwidths: readonly Bandwidth[]
  readonly attributes: readonly Attribute[]
}

/** Why a text is not a session description. */
export interface SdpError {
  /** 1-based; 0 for the text as a whole. */
  readonly line: number
  readonly problem: string
}

/** Longest text taken, in UTF-16 units. Browsers send some 10 KiB. */
export const MAX_SDP_LENGTH = 65_536
export const MAX_MEDIA_DESCRIPTIONS = 16
export const MAX_FORMATS_PER_MEDIA = 64
/** For the session and for each media description. */
export const MAX_ATTRIBUTES_PER_SECTION = 256
/** For each of the other repeatable letters in one section. */
export const MAX_LINES_PER_LETTER = 16
