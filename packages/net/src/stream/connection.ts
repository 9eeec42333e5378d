import type { Flow, SendFailure, SocketAddress, TransportProtocol } from '@klinke/sip'

/** An open connection to one peer, as the transport keeps it. */
export interface Connection {
  readonly flow: Flow
  send(message: Uint8Array, failed: ((failure: SendFailure) => void) | undefined): void
  /** Closes without waiting for what is unsent. */
  destroy(): void
}

/** What `existing` finds a connection by. TLS connections we opened count only for the name they were verified for (RFC 5922 §4). */
export function targetKey(protocol: TransportProtocol, remote: SocketAddress, serverName = ''): string {
  return `${protocol}|${remote.port}|${remote.address}|${serverName.toLowerCase()}`
}
