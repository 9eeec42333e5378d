import { type Codec, Concealer, isComfortNoise, isTelephoneEvent, JitterBuffer, type NegotiatedStream } from '@klinke/rtp'
import { FRAME_MS } from '../sources/frame-source.ts'
import { type FrameListener, HeardFrame } from './heard-frame.ts'
import { openVoiceCodec, type VoiceCodec } from './voice-codec.ts'

/** Longest packet that exists (RFC 3551 §4.2 recommends 20 ms, receivers accept 200), and a frame kept from the one before. */
const MOST_SAMPLES_MS = 260
/** Peak of a frame in which a correction of the delay is not noticed: about −45 dBm0. */
const QUIET_PEAK = 130

/**
 * What one party says, as sound: packets in, in whatever order they come; a frame for the listeners each 20 ms. Decodes only while
 * somebody listens.
 */
export class Ear {
  readonly #listeners: FrameListener[] = []
  /** By payload type: what the party may send. */
  #codecs: readonly (Codec | undefined)[] = []
  #speakable: readonly boolean[] = []
  #payloadType = -1
  #decoding: Decoding | undefined

  /** The party may send these from now on. */
  follow(stream: NegotiatedStream | undefined): void {
    const codecs: (Codec | undefined)[] = []
    // Some telephones use the numbers of their own description.
    for (const codec of [...(stream?.sendCodecs ?? []), ...(stream?.receiveCodecs ?? [])]) {
      if (!isTelephoneEvent(codec) && !isComfortNoise(codec)) codecs[codec.payloadType] = codec
    }
    this.#codecs = codecs
    this.#speakable = codecs.map((codec) => codec !== undefined && openVoiceCodec(codec) !== undefined)
    this.#payloadType = -1
    const first = stream?.receiveCodecs.find((codec) => codecs[codec.payloadType] === codec && openVoiceCodec(codec))
    if (first) this.#take(first)
    else this.#decoding = undefined
  }

  /** Rate of what is heard; undefined when nothing of what the party sends is spoken here. */
  get sampleRateHz(): 8000 | 16_000 | undefined {
    return this.#decoding?.frame.sampleRateHz
  }

  /** The payload type is a voice codec that is spoken here. */
  speaks(payloadType: number): boolean {
    return this.#speakable[payloadType] === true
  }

  get isListening(): boolean {
    return this.#listeners.length > 0
  }

  add(listener: FrameListener): void {
    if (!this.#listeners.includes(listener)) this.#listeners.push(listener)
  }

  remove(listener: FrameListener): void {
    const at = this.#listeners.indexOf(listener)
    if (at >= 0) this.#listeners.splice(at, 1)
    if (!this.isListening) this.#decoding?.clear()
  }

  /** Takes a packet of the stream; what cannot be decoded is left out. */
  push(payloadType: number, sequenceNumber: number, timestamp: number, payload: Uint8Array, nowMs: number): void {
    if (payloadType !== this.#payloadType) {
      const codec = this.#codecs[payloadType]
      if (codec) this.#take(codec)
    }
    if (payloadType === this.#payloadType) this.#decoding?.buffer.push(sequenceNumber, timestamp, payload, nowMs)
  }

  tick(nowMs: number): void {
    const decoding = this.#decoding
    if (!decoding || this.#listeners.length === 0) return
    decoding.fill(nowMs)
    for (const listener of this.#listeners) listener.hear(decoding.frame, nowMs)
  }

  #take(codec: Codec): void {
    const voice = openVoiceCodec(codec)
    if (!voice) return
    this.#payloadType = codec.payloadType
    this.#decoding = new Decoding(voice, codec.clockRateHz)
  }
}

/** One codec at work: jitter buffer, decoder, concealment. */
class Decoding {
  readonly frame: HeardFrame
  readonly buffer: JitterBuffer
  readonly #voice: VoiceCodec
  readonly #concealer: Concealer
  /** Decoded and not heard yet. */
  readonly #samples: Int16Array
  #count = 0
  #quiet = true

  constructor(voice: VoiceCodec, clockRateHz: number) {
    this.#voice = voice
    this.frame = new HeardFrame(voice.sampleRateHz)
    this.buffer = new JitterBuffer({ clockRateHz, frameMs: FRAME_MS, durationOf: (payload) => voice.durationOf(payload) })
    this.#concealer = new Concealer(voice.sampleRateHz)
    this.#samples = new Int16Array((MOST_SAMPLES_MS * voice.sampleRateHz) / 1000)
  }

  clear(): void {
    this.buffer.clear()
    this.#count = 0
  }

  /** Makes the next frame. */
  fill(nowMs: number): void {
    const { samples } = this.frame
    let pausing = false
    while (this.#count < samples.length && !pausing) pausing = !this.#more(nowMs, samples.length)
    const count = Math.min(this.#count, samples.length)
    samples.set(this.#samples.subarray(0, count))
    if (count < samples.length) samples.fill(0, count)
    this.#samples.copyWithin(0, count, this.#count)
    this.#count -= count
    this.#quiet = isQuiet(samples)
    this.frame.filled(count === 0)
  }

  /** Decodes the next packet or makes up for it; false in a pause. */
  #more(nowMs: number, frameSamples: number): boolean {
    const playout = this.buffer.pull(nowMs, this.#quiet)
    if (playout.kind === 'pause') return false
    const heard = this.#count + (playout.kind === 'audio' ? this.#voice.decode(playout.payload, this.#samples.subarray(this.#count)) : 0)
    if (heard > this.#count) this.#concealer.received(this.#samples.subarray(this.#count, heard))
    else this.#concealer.conceal(this.#samples.subarray(this.#count, this.#count + frameSamples))
    this.#count = heard > this.#count ? heard : Math.min(this.#samples.length, this.#count + frameSamples)
    return true
  }
}

function isQuiet(samples: Int16Array): boolean {
  for (const sample of samples) if (sample > QUIET_PEAK || sample < -QUIET_PEAK) return false
  return true
}
