import { Buffer } from 'node:buffer'
import { below, type Random } from '@klinke/foundation'

const MAX_CHANGES = 5
const SPLINTERS = [
  '\r',
  '\n',
  '\0',
  ' ',
  ':',
  '/',
  '|',
  '=',
  '4294967296',
  '-1',
  '99999999999999999999',
  'IN IP4',
  'é',
  '😀',
  'a=',
  'm=',
  '0.0.0.0',
] as const

/** A text with some characters taken out, doubled, or replaced by what parsers stumble over. */
export function mutateText(text: string, random: Random): string {
  let out = text
  for (let change = below(random, MAX_CHANGES); change >= 0; change--) {
    const at = below(random, out.length + 1)
    const length = below(random, 2) === 0 ? 1 : below(random, 20)
    const splinter = SPLINTERS[below(random, SPLINTERS.length)] ?? ''
    switch (below(random, 4)) {
      case 0:
        out = out.slice(0, at) + out.slice(at + length)
        break
      case 1:
        out = out.slice(0, at) + out.slice(at, at + length).repeat(1 + below(random, 40)) + out.slice(at)
        break
      case 2:
        out = out.slice(0, at) + splinter + out.slice(at + length)
        break
      default:
        out = out.slice(0, at) + splinter + out.slice(at)
    }
  }
  return out
}

/** A packet with some bits flipped, octets replaced by extremes, cut off or padded. */
export function mutatePacket(packet: Buffer, random: Random): Buffer {
  let out: Buffer = Buffer.from(packet)
  for (let change = below(random, MAX_CHANGES); change >= 0; change--) {
    const at = below(random, Math.max(1, out.length))
    switch (below(random, 4)) {
      case 0:
        if (at < out.length) out[at] = (out[at] ?? 0) ^ (1 << below(random, 8))
        break
      case 1:
        if (at < out.length) out[at] = below(random, 2) === 0 ? 0xff : 0
        break
      case 2:
        out = Buffer.from(out.subarray(0, at))
        break
      default:
        out = Buffer.concat([out, Buffer.alloc(below(random, 40), below(random, 256))])
    }
  }
  return out
}
