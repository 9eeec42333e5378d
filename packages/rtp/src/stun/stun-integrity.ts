import { Buffer } from 'node:buffer'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { attribute } from './build-stun.ts'
import { ATTRIBUTE_FINGERPRINT, ATTRIBUTE_MESSAGE_INTEGRITY, STUN_HEADER_LENGTH, type StunMessage } from './stun-message.ts'

const HMAC_LENGTH = 20
const INTEGRITY_LENGTH = 4 + HMAC_LENGTH
const FINGERPRINT_LENGTH = 8
/** RFC 8489 §14.7: "STUN", so that the CRC of a whole packet of another protocol does not fit. */
const FINGERPRINT_XOR = 0x5354_554e

/** Puts MESSAGE-INTEGRITY under a short-term password and FINGERPRINT behind a message (RFC 8489 §14.5, §14.7). */
export function sign(message: Buffer, password: string): Buffer {
  const code = integrityOf(message, message.length, password)
  const protectedMessage = Buffer.concat([message, attribute(ATTRIBUTE_MESSAGE_INTEGRITY, code)])
  const value = Buffer.alloc(4)
  value.writeUInt32BE(fingerprintOf(protectedMessage, protectedMessage.length), 0)
  const signed = Buffer.concat([protectedMessage, attribute(ATTRIBUTE_FINGERPRINT, value)])
  signed.writeUInt16BE(signed.length - STUN_HEADER_LENGTH, 2)
  return signed
}

/** Whether the message was made by somebody who knows the password. */
export function hasIntegrity(packet: Buffer, { integrityAt }: StunMessage, password: string): boolean {
  if (integrityAt === undefined || integrityAt + INTEGRITY_LENGTH > packet.length) return false
  const code = packet.subarray(integrityAt + 4, integrityAt + INTEGRITY_LENGTH)
  return timingSafeEqual(code, integrityOf(packet, integrityAt, password))
}

/** Whether the message ends with its right FINGERPRINT, as those of ICE do (RFC 8445 §7.1). */
export function hasFingerprint(packet: Buffer, { fingerprintAt }: StunMessage): boolean {
  if (fingerprintAt === undefined || fingerprintAt + FINGERPRINT_LENGTH !== packet.length) return false
  return packet.readUInt32BE(fingerprintAt + 4) === fingerprintOf(packet, fingerprintAt)
}

/** HMAC-SHA1 of the first `length` octets, whose header counts up to the end of MESSAGE-INTEGRITY. */
function integrityOf(message: Buffer, length: number, password: string): Buffer {
  return createHmac('sha1', password)
    .update(headerFor(message, length + INTEGRITY_LENGTH))
    .update(message.subarray(STUN_HEADER_LENGTH, length))
    .digest()
}

function fingerprintOf(message: Buffer, length: number): number {
  const content = Buffer.concat([headerFor(message, length + FINGERPRINT_LENGTH), message.subarray(STUN_HEADER_LENGTH, length)])
  return (crc32(content) ^ FINGERPRINT_XOR) >>> 0
}

function headerFor(message: Buffer, totalLength: number): Buffer {
  const header = Buffer.from(message.subarray(0, STUN_HEADER_LENGTH))
  header.writeUInt16BE(totalLength - STUN_HEADER_LENGTH, 2)
  return header
}

/** CRC-32 of ITU-T V.42, bit by bit from the right: checks are small and rare. */
function crc32(octets: Uint8Array): number {
  let crc = 0xffff_ffff
  for (const octet of octets) {
    crc ^= octet
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1
  }
  return ~crc >>> 0
}
