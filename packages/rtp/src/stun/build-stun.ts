import { Buffer } from 'node:buffer'
import type { Random } from '@klinke/foundation'
import {
  ATTRIBUTE_ICE_CONTROLLED,
  ATTRIBUTE_ICE_CONTROLLING,
  ATTRIBUTE_PRIORITY,
  ATTRIBUTE_USE_CANDIDATE,
  ATTRIBUTE_USERNAME,
  ATTRIBUTE_XOR_MAPPED_ADDRESS,
  type IceRole,
  STUN_HEADER_LENGTH,
  STUN_MAGIC_COOKIE,
  STUN_TRANSACTION_ID_LENGTH,
  STUN_TYPES,
  type StunAddress,
  type StunKind,
} from './stun-message.ts'
import { printXorAddress } from './xor-address.ts'

/** A binding request under a new transaction id (octets 8–19 of the result). */
export function buildBindingRequest(random: Random): Buffer {
  return build('binding-request', newTransactionId(random), [])
}

/** The content of a connectivity check (RFC 8445 §7.2.2). Sign it with the receiver's password. */
export interface Check {
  /** `for:from`. */
  readonly username: string
  readonly priority: number
  readonly role: IceRole
  readonly useCandidate: boolean
}

/** A connectivity check, not signed yet. */
export function buildCheck({ username, priority, role, useCandidate }: Check, random: Random): Buffer {
  return build('binding-request', newTransactionId(random), [
    attribute(ATTRIBUTE_USERNAME, Buffer.from(username)),
    attribute(ATTRIBUTE_PRIORITY, words(priority)),
    attribute(role === 'controlling' ? ATTRIBUTE_ICE_CONTROLLING : ATTRIBUTE_ICE_CONTROLLED, words(random.uint32(), random.uint32())),
    ...(useCandidate ? [attribute(ATTRIBUTE_USE_CANDIDATE, Buffer.alloc(0))] : []),
  ])
}

/** The answer that tells the asker its address as seen here. Undefined when `source` is no IP address. */
export function buildBindingResponse(transactionId: Uint8Array, source: StunAddress): Buffer | undefined {
  const value = printXorAddress(source, transactionId)
  return value && build('binding-success', transactionId, [attribute(ATTRIBUTE_XOR_MAPPED_ADDRESS, value)])
}

function newTransactionId(random: Random): Buffer {
  const transactionId = Buffer.alloc(STUN_TRANSACTION_ID_LENGTH)
  for (let at = 0; at < transactionId.length; at += 4) transactionId.writeUInt32BE(random.uint32(), at)
  return transactionId
}

/** Type, length, value, filled up to a word. */
export function attribute(type: number, value: Uint8Array): Buffer {
  const octets = Buffer.alloc(4 + 4 * Math.ceil(value.length / 4))
  octets.writeUInt16BE(type, 0)
  octets.writeUInt16BE(value.length, 2)
  octets.set(value, 4)
  return octets
}

export function build(kind: StunKind, transactionId: Uint8Array, attributes: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(STUN_HEADER_LENGTH)
  header.writeUInt16BE(STUN_TYPES[kind], 0)
  header.writeUInt16BE(
    attributes.reduce((sum, { length }) => sum + length, 0),
    2,
  )
  header.writeUInt32BE(STUN_MAGIC_COOKIE, 4)
  header.set(transactionId, 8)
  return Buffer.concat([header, ...attributes])
}

function words(...values: readonly number[]): Buffer {
  const octets = Buffer.alloc(4 * values.length)
  for (const [index, value] of values.entries()) octets.writeUInt32BE(value, 4 * index)
  return octets
}
