import { Buffer } from 'node:buffer'
import { isIPv6 } from 'node:net'
import { buildBindingResponse, parseStun } from '@klinke/rtp'
import type { SocketAddress } from '@klinke/sip'

/**
 * The answer to a STUN Binding request that a phone sends to keep its flow open and to notice a new NAT binding
 * (RFC 5626 §4.4.2, §8): its address as seen from here. `undefined` for anything else.
 */
export function answerStun(datagram: Uint8Array, from: SocketAddress): Uint8Array | undefined {
  const message = parseStun(Buffer.from(datagram.buffer, datagram.byteOffset, datagram.byteLength))
  if (message?.kind !== 'binding-request') return undefined
  // Without the zone of a link-local address (fe80::1%eth0): it means nothing elsewhere.
  const [address = ''] = from.address.split('%')
  return buildBindingResponse(message.transactionId, { addressFamily: isIPv6(address) ? 'IPv6' : 'IPv4', address, port: from.port })
}
