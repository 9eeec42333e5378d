import { Buffer } from 'node:buffer'
import { attribute, build } from './build-stun.ts'
import { ATTRIBUTE_ERROR_CODE, ATTRIBUTE_UNKNOWN_ATTRIBUTES } from './stun-message.ts'

/** Codes of RFC 8489 §14.8 and RFC 8445 §7.3.1.1 that a check can earn here. */
const REASONS = { 420: 'Unknown Attribute', 487: 'Role Conflict' } as const

/** A refusal of a binding request; `unknown` are the attribute types of a 420. */
export function buildBindingError(transactionId: Uint8Array, code: keyof typeof REASONS, unknown: readonly number[] = []): Buffer {
  const head = Buffer.of(0, 0, Math.floor(code / 100), code % 100)
  const types = Buffer.alloc(2 * unknown.length)
  for (const [index, type] of unknown.entries()) types.writeUInt16BE(type, 2 * index)
  return build('binding-error', transactionId, [
    attribute(ATTRIBUTE_ERROR_CODE, Buffer.concat([head, Buffer.from(REASONS[code])])),
    ...(unknown.length > 0 ? [attribute(ATTRIBUTE_UNKNOWN_ATTRIBUTES, types)] : []),
  ])
}
