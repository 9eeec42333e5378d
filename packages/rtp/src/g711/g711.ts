/**
 * G.711 A-law and µ-law (ITU-T G.711 11/88). Samples are 16-bit linear PCM at 8 kHz; a full-scale sine is +3.14 dBm0
 * (A-law) or +3.17 dBm0 (µ-law). All conversions are table look-ups.
 */
export const G711_CLOCK_RATE_HZ = 8000
/** One 20 ms frame: 160 samples, 160 octets. */
export const G711_FRAME_OCTETS = 160
/** Octet of digital silence. */
export const ALAW_SILENCE = 0xd5
export const ULAW_SILENCE = 0xff

export type G711Law = 'A' | 'µ'

const DECODE_ALAW = Int16Array.from({ length: 256 }, (_, code) => expandAlaw(code))
const DECODE_ULAW = Int16Array.from({ length: 256 }, (_, code) => expandUlaw(code))
// Both laws see at most 14 bits of a sample, so 16,384 entries hold every answer.
const ENCODE_ALAW = Uint8Array.from({ length: 16_384 }, (_, index) => compressAlaw(sampleOf(index)))
const ENCODE_ULAW = Uint8Array.from({ length: 16_384 }, (_, index) => compressUlaw(sampleOf(index)))
const ALAW_TO_ULAW = DECODE_ALAW.reduce((table, sample, code) => table.fill(compressUlaw(sample), code, code + 1), new Uint8Array(256))
const ULAW_TO_ALAW = DECODE_ULAW.reduce((table, sample, code) => table.fill(compressAlaw(sample), code, code + 1), new Uint8Array(256))

/** Octets to samples. Converts as many as both have room for; gives that number. */
export function decodeG711(law: G711Law, octets: Uint8Array, samples: Int16Array): number {
  const table = law === 'A' ? DECODE_ALAW : DECODE_ULAW
  const count = Math.min(octets.length, samples.length)
  for (let i = 0; i < count; i++) samples[i] = table[octets[i] ?? 0] ?? 0
  return count
}

/** Samples to octets. Converts as many as both have room for; gives that number. */
export function encodeG711(law: G711Law, samples: Int16Array, octets: Uint8Array): number {
  const table = law === 'A' ? ENCODE_ALAW : ENCODE_ULAW
  const count = Math.min(octets.length, samples.length)
  for (let i = 0; i < count; i++) octets[i] = table[((samples[i] ?? 0) >> 2) & 0x3fff] ?? 0
  return count
}

/** Changes octets of one law into the other in place: a relay between an A-law and a µ-law party. */
export function transcodeG711(from: G711Law, octets: Uint8Array): void {
  const table = from === 'A' ? ALAW_TO_ULAW : ULAW_TO_ALAW
  for (let i = 0; i < octets.length; i++) octets[i] = table[octets[i] ?? 0] ?? 0
}

/** The 16-bit sample behind a 14-bit table index. */
function sampleOf(index: number): number {
  return (index << 18) >> 16
}

function expandAlaw(code: number): number {
  const inverted = code ^ 0x55
  const segment = (inverted >> 4) & 7
  const step = (inverted & 15) << 4
  const magnitude = segment === 0 ? step + 8 : (step + 0x108) << (segment - 1)
  return inverted & 0x80 ? magnitude : -magnitude
}

function expandUlaw(code: number): number {
  const inverted = ~code
  const magnitude = ((((inverted & 15) << 3) + 0x84) << ((inverted >> 4) & 7)) - 0x84
  return inverted & 0x80 ? -magnitude : magnitude
}

function compressAlaw(sample: number): number {
  let mantissa = (sample < 0 ? ~sample : sample) >> 4
  let segment = 0
  if (mantissa > 15) {
    segment = 1
    while (mantissa > 31) {
      mantissa >>= 1
      segment++
    }
    mantissa -= 16
  }
  return (mantissa | (segment << 4) | (sample >= 0 ? 0x80 : 0)) ^ 0x55
}

function compressUlaw(sample: number): number {
  const biased = Math.min(((sample < 0 ? ~sample : sample) >> 2) + 33, 0x1fff)
  let segment = 0
  while (biased >> (segment + 6) !== 0) segment++
  const code = ((7 - segment) << 4) | (15 - ((biased >> (segment + 1)) & 15))
  return sample >= 0 ? code | 0x80 : code
}
