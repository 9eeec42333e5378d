import type { Codec } from '../sdp/codec.ts'

/** Octets to sound. One per stream: most codecs remember what was before. */
export interface AudioDecoder {
  /** Decodes a payload; gives the number of samples, 0 when the payload is broken. `samples` must have room for what `durationOf` says. */
  decode(payload: Uint8Array, samples: Int16Array): number
  /** Makes up what a lost packet would have brought, when the codec knows how; otherwise use a `Concealer`. Fills `samples`. */
  conceal?(samples: Int16Array): void
  close(): void
}

/** Sound to octets. One per stream. */
export interface AudioEncoder {
  /** Encodes a frame of `frameMs`; gives the number of octets. 0: nothing need be sent for this frame (silence with DTX). */
  encode(samples: Int16Array, payload: Uint8Array): number
  close(): void
}

/** A codec that media ending here can speak. */
export interface AudioCodec {
  /** Encoding name, RTP clock and channels as rtpmap writes them. G.722 writes 8000 (RFC 3551 §4.5.2), Opus 48000/2 (RFC 7587 §4.1), whatever they carry. */
  readonly name: string
  readonly clockRateHz: number
  readonly channels: number
  /** Of the samples, which are always mono. */
  readonly sampleRateHz: 8000 | 16_000
  /** What `encode` takes at once. */
  readonly frameMs: number
  /** No payload of a frame is longer. */
  readonly mostOctets: number
  /** How long a payload sounds, in units of the RTP clock; 0 when it is broken. */
  durationOf(payload: Uint8Array): number
  createDecoder(): AudioDecoder
  /** `parameters`: the peer's fmtp line, which may say what it wants to receive. */
  createEncoder(parameters?: string): AudioEncoder
}

/** The codec of a negotiated format; undefined when it is none of these. */
export function audioCodecFor(format: Codec, known: readonly AudioCodec[]): AudioCodec | undefined {
  const name = format.name.toUpperCase()
  return known.find(
    (codec) => codec.name.toUpperCase() === name && codec.clockRateHz === format.clockRateHz && codec.channels === format.channels,
  )
}
