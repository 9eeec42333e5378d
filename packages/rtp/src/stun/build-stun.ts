import { Buffer } from 'node:buffer'
import type { Random } from '@klinke/foundation'
import {
  ATTRIBUTE_XOR_MAPPED_ADDRESS,
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
  const transactionId = Buffer.alloc(STUN_TRANSACTION_ID_LENGTH)
  for (let at = 0; at < transactionId.length; at += 4) transactionId.writeUInt32BE(random.uint32(), at)
  return build('binding-request', transactionId, Buffer.alloc(0))
}

/** The answer that tells the asker its address as seen here. Undefined when `source` is no IP address. */
export function buildBindingResponse(transactionId: Uint8Array, source: StunAddress): Buffer | undefined {
  const value = printXorAddress(source, transactionId)
  if (!value) return undefined
  const header = Buffer.alloc(4)
  header.writeUInt16BE(ATTRIBUTE_XOR_MAPPED_ADDRESS, 0)
  header.writeUInt16BE(value.length, 2)
  return build('binding-success', transactionId, Buffer.concat([header, value]))
}

function build(kind: StunKind, transactionId: Uint8Array, attributes: Buffer): Buffer {
  const header = Buffer.alloc(STUN_HEADER_LENGTH)
  header.writeUInt16BE(STUN_TYPES[kind], 0)
  header.writeUInt16BE(attributes.length, 2)
  header.writeUInt32BE(STUN_MAGIC_COOKIE, 4)
  header.set(transactionId, 8)
  return Buffer.concat([header, attributes])
}
