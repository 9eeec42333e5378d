/** The transport port of RFC 3261 §18: `net` implements it with sockets, `testbed` with a seeded network. */

export type TransportProtocol = 'UDP' | 'TCP' | 'TLS' | 'WS' | 'WSS'

export interface SocketAddress {
  /** IPv4 dotted or IPv6 without brackets. */
  readonly address: string
  readonly port: number
}

/**
 * A path to one peer: a connection, or for UDP the pair of local socket and remote address (RFC 5626 §2).
 * A request over a flow reaches a phone behind NAT that no address reaches.
 */
export interface Flow {
  /** Unique for the life of the process. */
  readonly id: string
  readonly protocol: TransportProtocol
  readonly local: SocketAddress
  readonly remote: SocketAddress
}

/** One resolved place to send a request to (RFC 3263). */
export interface TransportTarget {
  readonly protocol: TransportProtocol
  readonly remote: SocketAddress
  /** The name to verify the peer's certificate against (RFC 5922); absent for plain transports. */
  readonly serverName?: string
  /** The local address to send from; absent lets the transport choose by address family. */
  readonly localAddress?: string
}

export type SendFailure = { readonly kind: 'flow-gone' | 'unreachable' | 'too-large'; readonly detail: string }

export interface Transport {
  /** The open flow to `target`, if there is one. UDP always has one: it needs no handshake. */
  existing(target: TransportTarget): Flow | undefined
  /** Opens a flow, or returns the one that is open. Rejects with `FlowNotOpened` (net) on refusal or time-out. */
  open(target: TransportTarget, signal?: AbortSignal): Promise<Flow>
  /** The flow with that id while it is open; a UDP flow is open as long as its socket is. */
  flow(id: string): Flow | undefined
  /** Sends one whole SIP message. Never throws; a failure is reported to `failed`, maybe later. */
  send(flow: Flow, message: Uint8Array, failed?: (failure: SendFailure) => void): void
  /** What to write into Via and Contact for messages on this flow: the advertised address. */
  advertised(flow: Flow): SocketAddress
}

/** What a transport calls: the transaction layer above it. Neither call may throw. */
export interface TransportReceiver {
  /** One whole message: a datagram, or one message cut out of a stream. */
  received(message: Uint8Array, flow: Flow): void
  /** A connection is gone; requests waiting on it fail (RFC 3261 §18.4). */
  flowClosed(flow: Flow): void
}
