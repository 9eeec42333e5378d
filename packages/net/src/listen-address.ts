/** A local address and port to serve SIP on. WebSocket has none: it lives on the HTTP server. */
export interface ListenAddress {
  readonly protocol: ListenProtocol
  /** IPv4, IPv6 without brackets, or a wildcard (`0.0.0.0`, `::`). */
  readonly address: string
  /** 0 takes a free port; UDP and TCP entries with 0 get the same one. */
  readonly port: number
}

export type ListenProtocol = 'UDP' | 'TCP' | 'TLS'

/** The configuration variable that sets the port. */
export function variableOf(protocol: ListenProtocol): string {
  return protocol === 'TLS' ? 'KLINKE_SIPS_PORT' : 'KLINKE_SIP_PORT'
}
