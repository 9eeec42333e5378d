import { G722Decoder } from '../g722/g722-decoder.ts'
import { G722Encoder } from '../g722/g722-encoder.ts'
import type { AudioCodec } from './audio-codec.ts'

const FRAME_MS = 20

/**
 * G.722 at 64 kbit/s, sound to 7 kHz. Its RTP clock is written and runs at 8000 Hz although it samples at 16 kHz (RFC 3551 §4.5.2), so that
 * one octet is one tick and two samples.
 */
export const G722: AudioCodec = {
  name: 'G722',
  clockRateHz: 8000,
  channels: 1,
  sampleRateHz: 16_000,
  frameMs: FRAME_MS,
  mostOctets: 8 * FRAME_MS,
  durationOf: ({ length }) => length,
  createDecoder() {
    const decoder = new G722Decoder()
    return { decode: (payload, samples) => decoder.decode(payload, samples), close: () => undefined }
  },
  createEncoder() {
    const encoder = new G722Encoder()
    return { encode: (samples, payload) => encoder.encode(samples, payload), close: () => undefined }
  },
}
