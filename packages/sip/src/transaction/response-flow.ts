import { Via } from '../header/via.ts'
import type { SipRequest } from '../message/message.ts'
import type { Flow, Transport, TransportTarget } from '../transport/transport.ts'

const DEFAULT_SIP_PORT = 5060

/**
 * The flow a response takes: the one the request came on (RFC 3261 §18.2.2, RFC 3581 §4). Only a UDP client that sends
 * from another port than it listens on, and says so without NAT in between, gets it at the port of its Via.
 */
export function responseFlow(request: SipRequest, flow: Flow, transport: Transport): Flow {
  if (flow.protocol !== 'UDP') return flow
  const via = request.headers.read(Via)
  if (via === undefined || via.rport !== undefined || via.host !== flow.remote.address) return flow
  const port = via.port ?? DEFAULT_SIP_PORT
  if (port === flow.remote.port) return flow
  const listening = { protocol: 'UDP', remote: { address: flow.remote.address, port }, localAddress: flow.local.address } as const
  return transport.existing(listening) ?? flow
}

/**
 * Where to open a connection for a response whose own one is gone (RFC 3261 §18.2.2): the address the request came from, the
 * port its Via names. Only plain TCP: a TLS client is not known by name, and nobody connects to a browser.
 */
export function responseTarget(request: SipRequest, flow: Flow): TransportTarget | undefined {
  if (flow.protocol !== 'TCP') return undefined
  const port = request.headers.read(Via)?.port ?? DEFAULT_SIP_PORT
  return { protocol: 'TCP', remote: { address: flow.remote.address, port } }
}
