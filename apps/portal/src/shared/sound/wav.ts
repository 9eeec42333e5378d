const HEADER_OCTETS = 44
const SAMPLE_OCTETS = 2
const MAX_SAMPLE = 0x7fff

/** Samples from -1 to 1 as a WAV file of one channel with 16 bits (RIFF, PCM). */
export function wavOf(samples: Float32Array, rateHz: number): Uint8Array<ArrayBuffer> {
  const octets = new Uint8Array(HEADER_OCTETS + samples.length * SAMPLE_OCTETS)
  const view = new DataView(octets.buffer)
  const text = (at: number, word: string): void => octets.set(new TextEncoder().encode(word), at)
  text(0, 'RIFF')
  view.setUint32(4, octets.length - 8, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rateHz, true)
  view.setUint32(28, rateHz * SAMPLE_OCTETS, true)
  view.setUint16(32, SAMPLE_OCTETS, true)
  view.setUint16(34, 8 * SAMPLE_OCTETS, true)
  text(36, 'data')
  view.setUint32(40, samples.length * SAMPLE_OCTETS, true)
  for (const [index, sample] of samples.entries()) {
    view.setInt16(HEADER_OCTETS + index * SAMPLE_OCTETS, Math.round(Math.max(-1, Math.min(1, sample)) * MAX_SAMPLE), true)
  }
  return octets
}
