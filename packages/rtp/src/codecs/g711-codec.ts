import { decodeG711, encodeG711, G711_CLOCK_RATE_HZ, type G711Law } from '../g711/g711.ts'
import type { AudioCodec } from './audio-codec.ts'

const FRAME_MS = 20

/** G.711 A-law: what every telephone speaks in Germany. */
export const PCMA = g711('PCMA', 'A')
/** G.711 µ-law. */
export const PCMU = g711('PCMU', 'µ')

function g711(name: string, law: G711Law): AudioCodec {
  // Samples do not depend on those before, so one coder serves all streams.
  const decoder = { decode: (payload: Uint8Array, samples: Int16Array) => decodeG711(law, payload, samples), close: () => undefined }
  const encoder = { encode: (samples: Int16Array, payload: Uint8Array) => encodeG711(law, samples, payload), close: () => undefined }
  return {
    name,
    clockRateHz: G711_CLOCK_RATE_HZ,
    channels: 1,
    sampleRateHz: G711_CLOCK_RATE_HZ,
    frameMs: FRAME_MS,
    mostOctets: (G711_CLOCK_RATE_HZ * FRAME_MS) / 1000,
    durationOf: ({ length }) => length,
    createDecoder: () => decoder,
    createEncoder: () => encoder,
  }
}
