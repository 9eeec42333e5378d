import { MAX_MESSAGE_BYTES } from '@klinke/sip'

/** What peers may cost. All tables that a peer can fill are bounded by these. */
export interface TransportLimits {
  /** Connections in all, over TCP, TLS and WebSocket. More are closed at once. */
  readonly maxConnections: number
  /** Beyond them, kept for carriers, PBXs and addresses with valid registrations: strangers cannot take the last places. */
  readonly reservedConnections: number
  /** Connections that we open ourselves, however many others have opened: nobody keeps us from calling out. */
  readonly reservedOwnConnections: number
  /** Connections from one IP address; an office behind NAT is one address. Of those that the reserve is kept for, four times as many. */
  readonly maxConnectionsPerSource: number
  /** Bytes waiting for a peer that does not read; more close the connection. */
  readonly maxUnsentBytes: number
  /** A message must be complete so long after its first byte ("slow loris"). */
  readonly messageTimeoutMs: number
  /** A new connection must bring its first message within this time. */
  readonly firstMessageTimeoutMs: number
  /** A connection without any traffic is closed after this time. Longer than the longest registration. */
  readonly idleTimeoutMs: number
  /** Time for a TCP connection with its TLS handshake. */
  readonly connectTimeoutMs: number
  /** CRLF keep-alive on connections we opened (RFC 5626 §4.4.1), WebSocket ping on the others (RFC 7118 §6). */
  readonly pingIntervalMs: number
  /** Messages per second from one IPv4 address or IPv6 /64, long-term. */
  readonly messagesPerSecondPerSource: number
  /** Messages that one source may send at once. */
  readonly messageBurstPerSource: number
  /** Sources remembered; the one seen first is forgotten first. */
  readonly maxSources: number
  /** UDP ports of one source whose flow is kept ready. */
  readonly maxUdpFlowsPerSource: number
  /** Longest message, on every transport. */
  readonly maxMessageBytes: number
}

export const DEFAULT_TRANSPORT_LIMITS: TransportLimits = {
  maxConnections: 20_000,
  reservedConnections: 2_000,
  reservedOwnConnections: 1_000,
  maxConnectionsPerSource: 500,
  maxUnsentBytes: 1_048_576,
  messageTimeoutMs: 10_000,
  firstMessageTimeoutMs: 30_000,
  idleTimeoutMs: 75 * 60_000,
  connectTimeoutMs: 5_000,
  pingIntervalMs: 90_000,
  messagesPerSecondPerSource: 500,
  messageBurstPerSource: 2_000,
  maxSources: 200_000,
  maxUdpFlowsPerSource: 1_024,
  maxMessageBytes: MAX_MESSAGE_BYTES,
}
