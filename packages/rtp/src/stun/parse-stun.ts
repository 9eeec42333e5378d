import type { Buffer } from 'node:buffer'
import {
  ATTRIBUTE_XOR_MAPPED_ADDRESS,
  isStun,
  MAX_STUN_ATTRIBUTES,
  STUN_HEADER_LENGTH,
  STUN_TYPES,
  type StunAddress,
  type StunKind,
  type StunMessage,
} from './stun-message.ts'
import { parseXorAddress } from './xor-address.ts'

const KINDS: ReadonlyMap<number, StunKind> = new Map(Object.entries(STUN_TYPES).map(([kind, type]) => [type, kind as StunKind]))

/** Comprehension-required attributes (below 0x8000) that a check between peers carries; they are passed over without a verdict. */
const KNOWN: ReadonlySet<number> = new Set([
  ...[0x0001, ATTRIBUTE_XOR_MAPPED_ADDRESS, 0x0006, 0x0008, 0x0009, 0x000a],
  // ICE: PRIORITY, USE-CANDIDATE (RFC 8445 §16.1)
  ...[0x0024, 0x0025],
])

/** Reads a STUN binding message; undefined for anything else and for damaged ones. Integrity and fingerprint are not checked. */
export function parseStun(packet: Buffer): StunMessage | undefined {
  if (!isStun(packet)) return undefined
  const kind = KINDS.get(packet.readUInt16BE(0))
  const length = packet.readUInt16BE(2)
  if (kind === undefined || length % 4 !== 0 || packet.length !== STUN_HEADER_LENGTH + length) return undefined
  const transactionId = packet.subarray(8, STUN_HEADER_LENGTH)
  const attributes = readAttributes(packet)
  if (!attributes) return undefined
  let mappedAddress: StunAddress | undefined
  for (const { type, value } of attributes) {
    if (type === ATTRIBUTE_XOR_MAPPED_ADDRESS) mappedAddress ??= parseXorAddress(value, transactionId)
  }
  const unknownRequired = attributes.filter(({ type }) => type < 0x8000 && !KNOWN.has(type)).map(({ type }) => type)
  return { kind, transactionId, mappedAddress, unknownRequired }
}

/** Type, length, value, filled up to a word each (RFC 8489 §14). */
function readAttributes(packet: Buffer): { readonly type: number; readonly value: Buffer }[] | undefined {
  const attributes: { type: number; value: Buffer }[] = []
  let at = STUN_HEADER_LENGTH
  while (at < packet.length) {
    const end = at + 4 + packet.readUInt16BE(at + 2)
    if (end > packet.length || attributes.length >= MAX_STUN_ATTRIBUTES) return undefined
    attributes.push({ type: packet.readUInt16BE(at), value: packet.subarray(at + 4, end) })
    at = 4 * Math.ceil(end / 4)
  }
  return attributes
}
