import { type AudioCodec, audioCodecFor, isVoice, type NegotiatedStream } from '@klinke/rtp'
import { Decoding } from './decoding.ts'
import type { FrameListener } from './heard-frame.ts'

/**
 * What one party says, as sound: packets in, in whatever order they come; a frame for the listeners each 20 ms. Decodes only while
 * somebody listens.
 */
export class Ear {
  readonly #known: readonly AudioCodec[]
  readonly #listeners: FrameListener[] = []
  /** By payload type: what the party may send and is spoken here. */
  #codecs: readonly (AudioCodec | undefined)[] = []
  #payloadType = -1
  #decoding: Decoding | undefined

  constructor(known: readonly AudioCodec[]) {
    this.#known = known
  }

  /** The party may send these from now on. */
  follow(stream: NegotiatedStream | undefined): void {
    const codecs: (AudioCodec | undefined)[] = []
    // Some telephones use the numbers of their own description.
    const formats = [...(stream?.receiveCodecs ?? []), ...(stream?.sendCodecs ?? [])].filter(isVoice)
    for (const format of formats) codecs[format.payloadType] ??= audioCodecFor(format, this.#known)
    const goesOn = this.#payloadType >= 0 && codecs[this.#payloadType] === this.#codecs[this.#payloadType]
    this.#codecs = codecs
    if (goesOn) return
    const first = formats.find(({ payloadType }) => codecs[payloadType])
    this.#take(first?.payloadType ?? -1)
  }

  /** Rate of what is heard; undefined when nothing of what the party sends is spoken here. */
  get sampleRateHz(): 8000 | 16_000 | undefined {
    return this.#codecs[this.#payloadType]?.sampleRateHz
  }

  /** The payload type is a voice codec that is spoken here. */
  speaks(payloadType: number): boolean {
    return this.#codecs[payloadType] !== undefined
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
    if (!this.isListening) this.close()
  }

  /** Takes a packet of the stream; what cannot be decoded is left out. */
  push(payloadType: number, sequenceNumber: number, timestamp: number, payload: Uint8Array, nowMs: number): void {
    if (payloadType !== this.#payloadType) {
      if (!this.#codecs[payloadType]) return
      this.#take(payloadType)
    }
    this.#decoder()?.buffer.push(sequenceNumber, timestamp, payload, nowMs)
  }

  tick(nowMs: number): void {
    const decoding = this.#decoder()
    if (!decoding) return
    decoding.fill(nowMs)
    for (const listener of this.#listeners) listener.hear(decoding.frame, nowMs)
  }

  /** Nobody listens any more. */
  close(): void {
    this.#decoding?.close()
    this.#decoding = undefined
  }

  #take(payloadType: number): void {
    this.close()
    this.#payloadType = payloadType
  }

  #decoder(): Decoding | undefined {
    const codec = this.#codecs[this.#payloadType]
    if (codec) this.#decoding ??= new Decoding(codec)
    return this.#decoding
  }
}
