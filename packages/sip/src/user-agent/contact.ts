import { parseNameAddr } from '../header/name-addr.ts'
import type { Flow, Transport, TransportProtocol } from '../transport/transport.ts'
import { printHostPort } from '../uri/host.ts'
import { parseSip } from '../uri/parse-uri.ts'

const URI_TRANSPORTS: Readonly<Record<TransportProtocol, string>> = {
  UDP: '',
  TCP: ';transport=tcp',
  TLS: ';transport=tls',
  WS: ';transport=ws',
  WSS: ';transport=wss',
}

/** Our Contact on a flow (RFC 3261 §8.1.1.8): the advertised address, with the user the peer knows us by. */
export function contactOn(flow: Flow, transport: Transport, user: string | undefined): string {
  const { address, port } = transport.advertised(flow)
  return `<sip:${user === undefined ? '' : `${user}@`}${printHostPort(address, port)}${URI_TRANSPORTS[flow.protocol]}>`
}

/** The user part of a URI or name-addr, as written. */
export function userOf(party: string): string | undefined {
  const uri = party.includes('<') ? parseNameAddr(party)?.uri : party
  return uri === undefined ? undefined : parseSip(uri)?.user
}
