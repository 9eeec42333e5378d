import { randomBytes } from 'node:crypto'
import {
  continuous,
  encodeG711,
  G711_CLOCK_RATE_HZ,
  G711_FRAME_OCTETS,
  type G711Law,
  type MediaSource,
  type NegotiatedStream,
  RTP_FIXED_HEADER_LENGTH,
  ToneGenerator,
  writeRtpHeader,
} from '@klinke/rtp'
import type { PacketBuffer } from '../../packet-io/packet-io.ts'
import type { Outbound } from './outbound.ts'

/** Plays a local source to one peer: a G.711 frame at each tick, in the peer's law and under its payload type. */
export class FramePlayer {
  readonly #outbound: Outbound
  readonly #scratch: PacketBuffer
  readonly #ssrc: number
  readonly #samples = new Int16Array(G711_FRAME_OCTETS)
  #format: { readonly law: G711Law; readonly payloadType: number } | undefined
  #tone: ToneGenerator | undefined
  #sequenceNumber: number
  #timestamp: number
  #lastTickMs = 0
  #starts = true

  constructor(outbound: Outbound, scratch: PacketBuffer, ssrc: number) {
    this.#outbound = outbound
    this.#scratch = scratch
    this.#ssrc = ssrc
    // RFC 3550 §5.1: both start at random. The number stays below half its range, so that SRTP starts with a rollover count of 0.
    this.#sequenceNumber = randomBytes(2).readUInt16BE() & 0x7fff
    this.#timestamp = randomBytes(4).readUInt32BE()
  }

  /** The peer wants these codecs from now on. Without G.711 among them it hears nothing. */
  follow(stream: NegotiatedStream | undefined): void {
    this.#format = undefined
    for (const { name, payloadType, clockRateHz } of stream?.sendCodecs ?? []) {
      const law = clockRateHz === G711_CLOCK_RATE_HZ ? LAWS.get(name.toUpperCase()) : undefined
      if (law) this.#format ??= { law, payloadType }
    }
  }

  play({ frequencyHz, levelDbm0 }: MediaSource & { readonly kind: 'tone' }): void {
    this.#tone = new ToneGenerator(continuous(frequencyHz), levelDbm0, G711_CLOCK_RATE_HZ)
    this.#starts = true
  }

  stop(): void {
    this.#tone = undefined
  }

  tick(nowMs: number): void {
    if (!this.#tone || !this.#format) return
    if (this.#starts) this.#skipPause(nowMs)
    const { bytes } = this.#scratch
    this.#tone.fill(this.#samples)
    writeRtpHeader(bytes, {
      payloadType: this.#format.payloadType,
      marker: this.#starts,
      sequenceNumber: this.#sequenceNumber,
      timestamp: this.#timestamp,
      ssrc: this.#ssrc,
    })
    encodeG711(this.#format.law, this.#samples, bytes.subarray(RTP_FIXED_HEADER_LENGTH, RTP_FIXED_HEADER_LENGTH + G711_FRAME_OCTETS))
    this.#sequenceNumber = (this.#sequenceNumber + 1) & 0xffff
    this.#timestamp = (this.#timestamp + G711_FRAME_OCTETS) >>> 0
    this.#lastTickMs = nowMs
    this.#starts = false
    this.#outbound.send(this.#scratch, RTP_FIXED_HEADER_LENGTH + G711_FRAME_OCTETS, nowMs)
  }

  /** The timestamp runs on while nothing is sent (RFC 3550 §5.1): a pause must not look like loss or delay. */
  #skipPause(nowMs: number): void {
    const pauseMs = this.#lastTickMs === 0 ? 0 : nowMs - this.#lastTickMs
    this.#timestamp = (this.#timestamp + Math.round((pauseMs * G711_CLOCK_RATE_HZ) / 1000)) >>> 0
  }
}

const LAWS: ReadonlyMap<string, G711Law> = new Map([
  ['PCMA', 'A'],
  ['PCMU', 'µ'],
])
