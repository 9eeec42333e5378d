import type { Buffer } from 'node:buffer'
import {
  ATTRIBUTE_ERROR_CODE,
  ATTRIBUTE_FINGERPRINT,
  ATTRIBUTE_ICE_CONTROLLED,
  ATTRIBUTE_ICE_CONTROLLING,
  ATTRIBUTE_MESSAGE_INTEGRITY,
  ATTRIBUTE_PRIORITY,
  ATTRIBUTE_UNKNOWN_ATTRIBUTES,
  ATTRIBUTE_USE_CANDIDATE,
  ATTRIBUTE_USERNAME,
  ATTRIBUTE_XOR_MAPPED_ADDRESS,
  isStun,
  MAX_STUN_ATTRIBUTES,
  STUN_HEADER_LENGTH,
  STUN_TYPES,
  type StunKind,
  type StunMessage,
} from './stun-message.ts'
import { parseXorAddress } from './xor-address.ts'

const KINDS: ReadonlyMap<number, StunKind> = new Map(Object.entries(STUN_TYPES).map(([kind, type]) => [type, kind as StunKind]))

/** Comprehension-required attributes (below 0x8000) that are read here, or that a check between peers may carry without a meaning for it. */
const KNOWN: ReadonlySet<number> = new Set([
  0x0001,
  ATTRIBUTE_USERNAME,
  ATTRIBUTE_MESSAGE_INTEGRITY,
  ATTRIBUTE_ERROR_CODE,
  ATTRIBUTE_UNKNOWN_ATTRIBUTES,
  ATTRIBUTE_XOR_MAPPED_ADDRESS,
  ATTRIBUTE_PRIORITY,
  ATTRIBUTE_USE_CANDIDATE,
])

interface StunAttribute {
  readonly type: number
  readonly at: number
  readonly value: Buffer
}

/** Reads a STUN binding message; undefined for anything else and for damaged ones. Integrity and fingerprint are found, not checked. */
export function parseStun(packet: Buffer): StunMessage | undefined {
  if (!isStun(packet)) return undefined
  const kind = KINDS.get(packet.readUInt16BE(0))
  const length = packet.readUInt16BE(2)
  if (kind === undefined || length % 4 !== 0 || packet.length !== STUN_HEADER_LENGTH + length) return undefined
  const transactionId = packet.subarray(8, STUN_HEADER_LENGTH)
  const all = readAttributes(packet)
  if (!all) return undefined
  const integrity = all.findIndex(({ type }) => type === ATTRIBUTE_MESSAGE_INTEGRITY)
  const attributes = integrity < 0 ? all : all.slice(0, integrity + 1)
  const find = (wanted: number): Buffer | undefined => attributes.find(({ type }) => type === wanted)?.value
  const mapped = find(ATTRIBUTE_XOR_MAPPED_ADDRESS)
  const error = find(ATTRIBUTE_ERROR_CODE)
  const last = all.at(-1)
  return {
    kind,
    transactionId,
    mappedAddress: mapped && parseXorAddress(mapped, transactionId),
    unknownRequired: attributes.filter(({ type }) => type < 0x8000 && !KNOWN.has(type)).map(({ type }) => type),
    username: find(ATTRIBUTE_USERNAME)?.toString('utf8'),
    priority: word(find(ATTRIBUTE_PRIORITY)),
    useCandidate: find(ATTRIBUTE_USE_CANDIDATE) !== undefined,
    role: find(ATTRIBUTE_ICE_CONTROLLING) ? 'controlling' : find(ATTRIBUTE_ICE_CONTROLLED) && 'controlled',
    errorCode: error && error.length >= 4 ? ((error[2] ?? 0) & 7) * 100 + (error[3] ?? 0) : undefined,
    integrityAt: all[integrity]?.at,
    fingerprintAt: last?.type === ATTRIBUTE_FINGERPRINT ? last.at : undefined,
  }
}

/** Type, length, value, filled up to a word each (RFC 8489 §14). */
function readAttributes(packet: Buffer): StunAttribute[] | undefined {
  const attributes: StunAttribute[] = []
  let at = STUN_HEADER_LENGTH
  while (at < packet.length) {
    const end = at + 4 + packet.readUInt16BE(at + 2)
    if (end > packet.length || attributes.length >= MAX_STUN_ATTRIBUTES) return undefined
    attributes.push({ type: packet.readUInt16BE(at), at, value: packet.subarray(at + 4, end) })
    at = 4 * Math.ceil(end / 4)
  }
  return attributes
}

function word(value: Buffer | undefined): number | undefined {
  return value?.length === 4 ? value.readUInt32BE(0) : undefined
}
