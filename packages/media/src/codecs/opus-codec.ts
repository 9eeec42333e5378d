import { type AudioCodec, type AudioDecoder, type AudioEncoder, OPUS_CLOCK_RATE_HZ, opusDuration, opusParameters } from '@klinke/rtp'
import {
  Application,
  Bandwidth,
  createDecoder,
  createEncoder,
  type EncoderOptions,
  loadLibopus,
  type OpusDecoderHandle,
  type OpusEncoderHandle,
} from 'libopus-wasm'

const FRAME_MS = 20
/** libopus resamples by itself, so that no filter of ours goes to 48 kHz and back. Nothing behind a telephone needs more than wideband. */
const SAMPLE_RATE_HZ = 16_000
/** RFC 7587 §3.1.1: 16 to 20 kbit/s are wideband speech, and a little for the copies in FEC. */
const DEFAULT_BITRATE = 24_000
/** Of 0 to 10: beyond 5 the encoder costs up to twice as much for a difference that speech at this rate hardly shows. */
const COMPLEXITY = 5
/** Loss that in-band FEC is laid out for. */
const EXPECTED_LOSS_PERCENT = 5
/** A packet of one or two octets says "nothing to send" (libopus DTX). */
const MOST_DTX_OCTETS = 2
const MOST_OCTETS = 1276

/**
 * Opus (RFC 6716) over RTP (RFC 7587), by libopus compiled to WebAssembly. Loads it; throws when this machine cannot run it. It is not in
 * `rtp` because WebAssembly is loaded asynchronously and keeps memory that must be given back.
 */
export async function loadOpus(): Promise<AudioCodec> {
  await loadLibopus()
  return {
    name: 'opus',
    clockRateHz: OPUS_CLOCK_RATE_HZ,
    channels: 2,
    sampleRateHz: SAMPLE_RATE_HZ,
    frameMs: FRAME_MS,
    mostOctets: MOST_OCTETS,
    durationOf: opusDuration,
    createDecoder: () => new OpusDecoder(),
    createEncoder: (parameters) => new OpusEncoder(parameters),
  }
}

/** A coder that libopus makes in a moment: with the library loaded, before the next event. */
class Handle<T extends { free(): void }> {
  #value: T | undefined
  #closed = false

  constructor(coming: Promise<T>) {
    // Out of memory leaves a coder that says nothing.
    coming.then((value) => this.#take(value)).catch(() => undefined)
  }

  get value(): T | undefined {
    return this.#value
  }

  close(): void {
    this.#closed = true
    this.#value?.free()
    this.#value = undefined
  }

  #take(value: T): void {
    if (this.#closed) value.free()
    else this.#value = value
  }
}

class OpusDecoder implements AudioDecoder {
  readonly #handle: Handle<OpusDecoderHandle>

  constructor() {
    // One channel: libopus mixes a stereo stream down.
    this.#handle = new Handle(createDecoder({ sampleRate: SAMPLE_RATE_HZ, channels: 1 }))
  }

  decode(payload: Uint8Array, samples: Int16Array): number {
    return this.#give(samples, (decoder) => decoder.decode(payload))
  }

  conceal(samples: Int16Array): void {
    const count = this.#give(samples, (decoder) => decoder.decodePacketLoss(samples.length))
    samples.fill(0, count)
  }

  close(): void {
    this.#handle.close()
  }

  /** What the peer sends may be anything: the library throws on it, and nothing is heard. */
  #give(samples: Int16Array, decode: (decoder: OpusDecoderHandle) => Int16Array): number {
    const decoder = this.#handle.value
    if (!decoder) return 0
    try {
      const decoded = decode(decoder)
      if (decoded.length > samples.length) return 0
      samples.set(decoded)
      return decoded.length
    } catch {
      return 0
    }
  }
}

class OpusEncoder implements AudioEncoder {
  readonly #handle: Handle<OpusEncoderHandle>

  constructor(parameters: string | undefined) {
    this.#handle = new Handle(createEncoder(encoderOptions(parameters)))
  }

  encode(samples: Int16Array, payload: Uint8Array): number {
    const encoder = this.#handle.value
    if (!encoder) return 0
    const octets = encoder.encode(samples)
    if (octets.length <= MOST_DTX_OCTETS || octets.length > payload.length) return 0
    payload.set(octets)
    return octets.length
  }

  close(): void {
    this.#handle.close()
  }
}

function encoderOptions(parameters: string | undefined): EncoderOptions {
  const { maxAverageBitrate = DEFAULT_BITRATE, maxPlaybackRateHz, inbandFec, dtx, constantBitrate } = opusParameters(parameters)
  return {
    sampleRate: SAMPLE_RATE_HZ,
    channels: 1,
    application: Application.Voip,
    bitrate: Math.min(DEFAULT_BITRATE, maxAverageBitrate),
    complexity: COMPLEXITY,
    fec: inbandFec,
    packetLossPercent: inbandFec ? EXPECTED_LOSS_PERCENT : 0,
    dtx,
    vbr: !constantBitrate,
    maxBandwidth: maxPlaybackRateHz < SAMPLE_RATE_HZ ? Bandwidth.Narrowband : Bandwidth.Wideband,
  }
}
