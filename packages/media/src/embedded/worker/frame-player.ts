import { randomBytes } from 'node:crypto'
import {
  encodeG711,
  G711_CLOCK_RATE_HZ,
  G711_FRAME_OCTETS,
  type G711Law,
  type MediaSource,
  type NegotiatedStream,
  RTP_FIXED_HEADER_LENGTH,
  writeRtpHeader,
} from '@klinke/rtp'
import type { PacketBuffer } from '../../packet-io/packet-io.ts'
import type { Outbound } from './outbound.ts'

export const FRAME_MS = 20

type Tone = MediaSource & { readonly kind: 'tone' }

/** Plays a local source to one peer: a G.711 frame at each tick, in the peer's law and under its payload type. */
export class FramePlayer {
  readonly #outbound: Outbound
  readonly #scratch: PacketBuffer
  readonly #ssrc: number
  readonly #samples = new Int16Array(G711_FRAME_OCTETS)
  #format: { readonly law: G711Law; readonly payloadType: number } | undefined
  #tone: Tone | undefined
  #phase = 0
  #sequenceNumber: number
  #timestamp: number
  #lastTickMs: number | undefined

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

  play(tone: Tone): void {
    this.#tone = tone
    this.#lastTickMs = undefined
  }

  stop(): void {
    this.#tone = undefined
  }

  tick(nowMs: number): void {
    if (!this.#tone || !this.#format) return
    const starts = this.#lastTickMs === undefined
    const { bytes } = this.#scratch
    this.#fill(this.#tone)
    writeRtpHeader(bytes, {
      payloadType: this.#format.payloadType,
      marker: starts,
      sequenceNumber: this.#sequenceNumber,
      timestamp: this.#timestamp,
      ssrc: this.#ssrc,
    })
    encodeG711(this.#format.law, this.#samples, bytes.subarray(RTP_FIXED_HEADER_LENGTH, RTP_FIXED_HEADER_LENGTH + G711_FRAME_OCTETS))
    this.#sequenceNumber = (this.#sequenceNumber + 1) & 0xffff
    this.#timestamp = (this.#timestamp + G711_FRAME_OCTETS) >>> 0
    this.#lastTickMs = nowMs
    this.#outbound.send(this.#scratch, RTP_FIXED_HEADER_LENGTH + G711_FRAME_OCTETS, nowMs)
  }

  #fill({ frequencyHz, levelDbm0 }: Tone): void {
    const amplitude = 32_767 * 10 ** ((levelDbm0 - 3.14) / 20)
    const step = (2 * Math.PI * frequencyHz) / G711_CLOCK_RATE_HZ
    for (let i = 0; i < this.#samples.length; i++) this.#samples[i] = Math.round(amplitude * Math.sin(this.#phase + i * step))
    this.#phase = (this.#phase + this.#samples.length * step) % (2 * Math.PI)
  }
}

const LAWS: ReadonlyMap<string, G711Law> = new Map([
  ['PCMA', 'A'],
  ['PCMU', 'µ'],
])
