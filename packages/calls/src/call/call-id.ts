import type { Clock, Random } from '@klinke/foundation'

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** A UUID version 7 (RFC 9562 §5.7): unique, and in order of time to the millisecond, so that records lie together in an index. */
export function newCallId(clock: Clock, random: Random): string {
  const ms = clock.epochMs()
  const high = Math.floor(ms / 0x1_0000)
  const version = 0x7000 | (random.uint32() & 0x0fff)
  const variant = 0x8000_0000 | (random.uint32() & 0x3fff_ffff)
  return `${word(high)}-${half(ms % 0x1_0000)}-${half(version)}-${half(variant >>> 16)}-${half(variant)}${word(random.uint32())}`
}

function half(value: number): string {
  return `${HEX[(value >>> 8) & 255]}${HEX[value & 255]}`
}

function word(value: number): string {
  return half(value >>> 16) + half(value)
}
