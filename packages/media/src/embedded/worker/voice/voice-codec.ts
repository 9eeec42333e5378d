import { type Codec, decodeG711, encodeG711, type G711Law } from '@klinke/rtp'

/** The sound of one RTP payload format, as it is spoken here. Has a state in each direction: one for each stream. */
export interface VoiceCodec {
  readonly sampleRateHz: 8000 | 16_000
  /** Gives the number of samples; `samples` has room for the longest packet. 0: the payload is broken. */
  decode(payload: Uint8Array, samples: Int16Array): number
  /** Gives the number of octets. */
  encode(samples: Int16Array, payload: Uint8Array): number
  /** How long a payload lasts, in units of the RTP clock; 0 when it is broken. */
  durationOf(payload: Uint8Array): number
}

class G711Voice implements VoiceCodec {
  readonly sampleRateHz = 8000
  readonly #law: G711Law

  constructor(law: G711Law) {
    this.#law = law
  }

  decode(payload: Uint8Array, samples: Int16Array): number {
    return decodeG711(this.#law, payload, samples)
  }

  encode(samples: Int16Array, payload: Uint8Array): number {
    return encodeG711(this.#law, samples, payload)
  }

  durationOf(payload: Uint8Array): number {
    return payload.length
  }
}

/** Undefined for a codec that is not spoken here, which only passes from party to party. */
export function openVoiceCodec({ name, clockRateHz, channels }: Codec): VoiceCodec | undefined {
  if (channels !== 1) return undefined
  const key = `${name.toUpperCase()}/${clockRateHz}`
  if (key === 'PCMA/8000') return new G711Voice('A')
  if (key === 'PCMU/8000') return new G711Voice('µ')
  return undefined
}
