import { Buffer } from 'node:buffer'
import { STUN_MAGIC_COOKIE, type StunAddress } from './stun-message.ts'

const FAMILY_IPV4 = 1
const FAMILY_IPV6 = 2

/** Value of XOR-MAPPED-ADDRESS (RFC 8489 §14.2): family, port and address, the latter two mixed with cookie and transaction id. */
export function printXorAddress({ addressFamily, address, port }: StunAddress, transactionId: Uint8Array): Buffer | undefined {
  const octets = addressFamily === 'IPv4' ? ipv4Octets(address) : ipv6Octets(address)
  if (!octets) return undefined
  const key = xorKey(transactionId)
  const value = Buffer.alloc(4 + octets.length)
  value[1] = addressFamily === 'IPv4' ? FAMILY_IPV4 : FAMILY_IPV6
  value.writeUInt16BE(port ^ (STUN_MAGIC_COOKIE >>> 16), 2)
  for (const [index, octet] of octets.entries()) value[4 + index] = octet ^ (key[index] ?? 0)
  return value
}

export function parseXorAddress(value: Buffer, transactionId: Uint8Array): StunAddress | undefined {
  const family = value[1]
  if (!(family === FAMILY_IPV4 && value.length === 8) && !(family === FAMILY_IPV6 && value.length === 20)) return undefined
  const key = xorKey(transactionId)
  const octets = value.subarray(4).map((octet, index) => octet ^ (key[index] ?? 0))
  const port = value.readUInt16BE(2) ^ (STUN_MAGIC_COOKIE >>> 16)
  if (family === FAMILY_IPV4) return { addressFamily: 'IPv4', address: octets.join('.'), port }
  const groups = Array.from({ length: 8 }, (_, index) => (((octets[2 * index] ?? 0) << 8) | (octets[2 * index + 1] ?? 0)).toString(16))
  return { addressFamily: 'IPv6', address: shorten(groups), port }
}

function xorKey(transactionId: Uint8Array): Buffer {
  const key = Buffer.alloc(16)
  key.writeUInt32BE(STUN_MAGIC_COOKIE)
  key.set(transactionId.subarray(0, 12), 4)
  return key
}

function ipv4Octets(address: string): number[] | undefined {
  const octets = address.split('.').map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : 256))
  return octets.length === 4 && octets.every((octet) => octet < 256) ? octets : undefined
}

/** Text of RFC 4291 §2.2, without a zone and without an IPv4 tail. */
function ipv6Octets(address: string): number[] | undefined {
  const halves = address.split('::')
  if (halves.length > 2) return undefined
  const [head = [], tail] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - head.length - (tail?.length ?? 0)
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined
  const groups = [...head, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail ?? [])]
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined
  return groups.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff])
}

/** The longest run of two or more zero groups becomes `::` (RFC 5952 §4.2). */
function shorten(groups: readonly string[]): string {
  let best = { start: 0, length: 1 }
  for (let start = 0; start < groups.length; start++) {
    let length = 0
    while (groups[start + length] === '0') length++
    if (length > best.length) best = { start, length }
  }
  if (best.length < 2) return groups.join(':')
  return `${groups.slice(0, best.start).join(':')}::${groups.slice(best.start + best.length).join(':')}`
}
