import { randomBytes } from 'node:crypto'
import {
  type AudioCodec,
  type AudioEncoder,
  audioCodecFor,
  type Codec,
  isTelephoneEvent,
  type NegotiatedStream,
  Resampler,
  RTP_FIXED_HEADER_LENGTH,
  writeRtpHeader,
} from '@klinke/rtp'
import type { PacketBuffer } from '../../../packet-io/packet-io.ts'
import type { Outbound } from '../outbound.ts'
import { FRAME_MS } from '../sources/frame-source.ts'

/** Room for one frame of any codec spoken here. */
const MOST_PAYLOAD_OCTETS = 1500
/** Voice is kept back so long after a packet of a key press: both at once is more than some phones understand. */
const EVENT_HOLDS_VOICE_MS = 50
/** A pause from which on the next packet is marked as the first of a talkspurt. */
const TALKSPURT_PAUSE_MS = 2 * FRAME_MS
const SAMPLE_RATES = [8000, 16_000] as const

/** Where a party's key presses go on: its numbers in the peer's own terms. */
export interface EventPacket {
  readonly payload: Uint8Array
  readonly marker: boolean
  /** Packets of one press share it; another one begins another press. */
  readonly press: number
}

/** Speaks to one peer under an own SSRC: sound in frames, encoded as the peer wants it, and key presses. */
export class Mouth {
  readonly #outbound: Outbound
  readonly #scratch: PacketBuffer
  readonly #payload: Uint8Array
  readonly #ssrc: number
  readonly #known: readonly AudioCodec[]
  #format: Codec | undefined
  #codec: AudioCodec | undefined
  #encoder: AudioEncoder | undefined
  #events: Codec | undefined
  #resampler: Resampler | undefined
  readonly #resampled = new Int16Array(Math.max(...SAMPLE_RATES) / 50)
  #sequenceNumber: number
  #timestamp: number
  #lastSentMs = Number.NEGATIVE_INFINITY
  #press = Number.NaN
  #pressTimestamp = 0
  #voiceHeldUntilMs = Number.NEGATIVE_INFINITY

  constructor(outbound: Outbound, scratch: PacketBuffer, ssrc: number, known: readonly AudioCodec[]) {
    this.#known = known
    this.#outbound = outbound
    this.#scratch = scratch
    this.#payload = scratch.bytes.subarray(RTP_FIXED_HEADER_LENGTH, RTP_FIXED_HEADER_LENGTH + MOST_PAYLOAD_OCTETS)
    this.#ssrc = ssrc
    // RFC 3550 §5.1: both start at random. The number stays below half its range, so that SRTP starts with a rollover count of 0.
    this.#sequenceNumber = randomBytes(2).readUInt16BE() & 0x7fff
    this.#timestamp = randomBytes(4).readUInt32BE()
  }

  /** Rate at which the peer hears; undefined when it wants nothing that is spoken here. */
  get sampleRateHz(): 8000 | 16_000 | undefined {
    return this.#codec?.sampleRateHz
  }

  /** Clock of the peer's telephone events; undefined when it knows none. */
  get eventClockRateHz(): number | undefined {
    return this.#events?.clockRateHz
  }

  /** The peer wants these codecs from now on. */
  follow(stream: NegotiatedStream | undefined): void {
    const formats = stream?.transport === 'rtp' ? stream.sendCodecs : []
    const format = formats.find((each) => audioCodecFor(each, this.#known) !== undefined)
    if (JSON.stringify(format) !== JSON.stringify(this.#format)) {
      this.close()
      this.#format = format
      this.#codec = format && audioCodecFor(format, this.#known)
      this.#resampler = undefined
    }
    const events = formats.filter(isTelephoneEvent)
    this.#events = events.find(({ clockRateHz }) => clockRateHz === format?.clockRateHz) ?? events[0]
  }

  /** Says the next 20 ms, given at 8 or 16 kHz. Nothing is sent to a peer that is on hold. */
  say(frame: Int16Array, nowMs: number): void {
    if (!this.#codec || !this.#format || !this.#outbound.enabled || nowMs < this.#voiceHeldUntilMs) return
    this.#encoder ??= this.#codec.createEncoder(this.#format.parameters)
    const octets = this.#encoder.encode(this.#fitted(frame, this.#codec.sampleRateHz), this.#payload)
    if (octets === 0) return
    const starts = this.#beginPacket(nowMs)
    this.#send(this.#format.payloadType, starts, this.#timestamp, octets, nowMs)
  }

  /** Sends a packet of a key press. */
  event({ payload, marker, press }: EventPacket, nowMs: number): void {
    if (!this.#events || !this.#outbound.enabled) return
    this.#beginPacket(nowMs)
    if (press !== this.#press) this.#pressTimestamp = this.#timestamp
    this.#press = press
    this.#payload.set(payload)
    this.#voiceHeldUntilMs = nowMs + EVENT_HOLDS_VOICE_MS
    this.#send(this.#events.payloadType, marker, this.#pressTimestamp, payload.length, nowMs)
  }

  /** Nothing more will be said in this codec. */
  close(): void {
    this.#encoder?.close()
    this.#encoder = undefined
  }

  /** Moves the timestamp on to now; true at the start of a talkspurt. It runs on while nothing is sent (RFC 3550 §5.1): a pause must not look like loss. */
  #beginPacket(nowMs: number): boolean {
    const clockRateHz = this.#format?.clockRateHz ?? this.#events?.clockRateHz ?? 0
    const sinceMs = nowMs - this.#lastSentMs
    const frames = Number.isFinite(sinceMs) ? Math.max(1, Math.round(sinceMs / FRAME_MS)) : 1
    this.#timestamp = (this.#timestamp + (frames * FRAME_MS * clockRateHz) / 1000) >>> 0
    this.#lastSentMs = nowMs
    return sinceMs > TALKSPURT_PAUSE_MS
  }

  #send(payloadType: number, marker: boolean, timestamp: number, octets: number, nowMs: number): void {
    const { bytes } = this.#scratch
    writeRtpHeader(bytes, { payloadType, marker, sequenceNumber: this.#sequenceNumber, timestamp, ssrc: this.#ssrc })
    this.#sequenceNumber = (this.#sequenceNumber + 1) & 0xffff
    this.#outbound.send(this.#scratch, RTP_FIXED_HEADER_LENGTH + octets, nowMs)
  }

  #fitted(frame: Int16Array, rateHz: 8000 | 16_000): Int16Array {
    const length = rateHz / 50
    if (frame.length === length) return frame
    this.#resampler ??= rateHz === 8000 ? new Resampler(16_000, 8000) : new Resampler(8000, 16_000)
    this.#resampler.process(frame, this.#resampled)
    return this.#resampled.subarray(0, length)
  }
}
