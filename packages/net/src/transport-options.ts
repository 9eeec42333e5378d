import type { Clock, Logger } from '@klinke/foundation'
import type { TransportLimits } from './limits.ts'
import type { ListenAddress } from './listen-address.ts'
import type { Exempt } from './source/source-table.ts'
import type { ServerIdentity } from './tls/server-identity.ts'

export interface TransportOptions {
  readonly clock: Clock
  readonly logger: Logger
  readonly listen: readonly ListenAddress[]
  /** Needed to listen on TLS; without it TLS connections are opened, too, but no certificate is shown to their peers. */
  readonly tls?: TlsOptions
  /**
   * Address or name that the world reaches this machine at (KLINKE_PUBLIC_ADDRESS). Peers in our own networks, and of
   * another address family, still get the local address.
   */
  readonly publicAddress?: string
  readonly limits?: Partial<TransportLimits>
  /** Sources that no limit for strangers holds up, such as carriers and addresses with valid registrations. */
  readonly exempt?: Exempt
}

export interface TlsOptions {
  readonly identity: ServerIdentity
  /** Other certificates by the server name that a peer asks for (SNI). */
  readonly byServerName?: ReadonlyMap<string, ServerIdentity>
  /** Certificates (PEM) trusted besides the well-known authorities, for carriers with one of their own. */
  readonly trusted?: readonly string[]
}
