import { Buffer } from 'node:buffer'
import { isIPv6 } from 'node:net'
import type { SocketAddress } from '@klinke/sip'

/*
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * |0 0|     message type          |         message length        |
 * |                  magic cookie 0x2112A442                      |
 * |                transaction id (96 bits)                       |   RFC 5389 §6
 */
const HEADER_BYTES = 20
const MAGIC_COOKIE = 0x2112a442
const BINDING_REQUEST = 0x0001
const BINDING_SUCCESS = 0x0101
const XOR_MAPPED_ADDRESS = 0x0020
const IPV4 = 0x01
const IPV6 = 0x02

/** True when a datagram on the SIP port is STUN: SIP never begins with two zero bits (RFC 5626 §8). */
export function isStun(datagram: Uint8Array): boolean {
  return (datagram[0] as number) < 4 && datagram.length >= HEADER_BYTES
}

/**
 * The answer to a STUN Binding request that a phone sends to keep its flow open and to notice a new NAT binding
 * (RFC 5626 §4.4.2, §8): its address as seen from here. `undefined` for anything else.
 */
export function answerStun(datagram: Uint8Array, from: SocketAddress): Uint8Array | undefined {
  const request = Buffer.from(datagram.buffer, datagram.byteOffset, datagram.byteLength)
  if (request.length < HEADER_BYTES || request.readUInt16BE(0) !== BINDING_REQUEST) return undefined
  if (request.readUInt32BE(4) !== MAGIC_COOKIE || request.readUInt16BE(2) !== request.length - HEADER_BYTES) return undefined
  const address = addressBytes(from.address)
  if (address === undefined) return undefined
  const attributeBytes = 4 + address.length
  const answer = Buffer.alloc(HEADER_BYTES + 4 + attributeBytes)
  answer.writeUInt16BE(BINDING_SUCCESS, 0)
  answer.writeUInt16BE(4 + attributeBytes, 2)
  request.copy(answer, 4, 4, HEADER_BYTES)
  answer.writeUInt16BE(XOR_MAPPED_ADDRESS, 20)
  answer.writeUInt16BE(attributeBytes, 22)
  answer[25] = address.length === 4 ? IPV4 : IPV6
  answer.writeUInt16BE(from.port ^ (MAGIC_COOKIE >>> 16), 26)
  // X-Address: the address combined with cookie and transaction id, which stand one after the other (§15.2).
  address.forEach((byte, index) => {
    answer[28 + index] = byte ^ (request[4 + index] as number)
  })
  return answer
}

function addressBytes(address: string): readonly number[] | undefined {
  if (!isIPv6(address)) {
    const bytes = address.split('.').map(Number)
    return bytes.length === 4 && bytes.every((byte) => byte >= 0 && byte <= 255) ? bytes : undefined
  }
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const before = groupsOf(head)
  const after = groupsOf(tail ?? '')
  const groups = [...before, ...Array<number>(Math.max(0, 8 - before.length - after.length)).fill(0), ...after]
  return groups.flatMap((group) => [group >> 8, group & 0xff])
}

function groupsOf(text: string): number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16))
}
