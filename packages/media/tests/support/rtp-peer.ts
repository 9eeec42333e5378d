import assert from 'node:assert/strict'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import {
  type AddressFamily,
  cryptoAttributesOf,
  type Direction,
  decodeG711,
  encodeG711,
  G711_FRAME_OCTETS,
  isRtcp,
  keyAndSalt,
  keyPressPackets,
  type MediaDescription,
  mediaAddressOf,
  parseCryptoAttribute,
  parseSdp,
  payloadTypeOf,
  SrtpReceiver,
  SrtpSender,
  writeRtpHeader,
} from '@klinke/rtp'
import type { Sound } from '@klinke/testbed'

const FRAME_MS = 20

export interface ReceivedPacket {
  readonly bytes: Uint8Array
  readonly fromPort: number
}

export interface OfferOptions {
  readonly direction?: Direction
  readonly formats?: readonly (readonly [payloadType: number, name: string])[]
  readonly address?: string
  readonly port?: number
}

export interface Frame {
  readonly frequencyHz?: number | readonly number[]
  readonly payloadType?: number
  readonly payload?: Uint8Array
  readonly ticks?: number
}

/** Peak of the tones sent, on 16 bits: -9.1 dBm0. */
const PEAK = 8000
export const TONE_LEVEL_DBM0 = 3.14 + 20 * Math.log10(PEAK / 32_768)

const DEFAULT_FORMATS = [
  [8, 'PCMA/8000'],
  [0, 'PCMU/8000'],
  [101, 'telephone-event/8000'],
] as const

/** A telephone's media on real sockets: describes itself, sends tones, keeps what it hears. */
export class RtpPeer {
  readonly received: ReceivedPacket[] = []
  readonly rtcpReceived: Uint8Array[] = []
  readonly #rtp: Socket
  readonly #rtcp: Socket
  readonly address: string
  #sequenceNumber = 1000
  #timestamp = 5000
  #version = 0
  ssrc: number
  destination: { readonly address: string; readonly port: number } | undefined
  #onPacket: () => void = () => undefined
  /** Value of our a=crypto line; makes the line RTP/SAVP. */
  crypto: string | undefined
  /** Offers RTCP on the RTP port (RFC 5761). */
  rtcpMux = false
  #sender: SrtpSender | undefined
  #receiver: SrtpReceiver | undefined

  private constructor(rtp: Socket, rtcp: Socket, address: string, ssrc: number) {
    this.#rtp = rtp
    this.#rtcp = rtcp
    this.address = address
    this.ssrc = ssrc
    rtp.on('message', (bytes, { port }) => this.#take(bytes, port))
    rtcp.on('message', (bytes) => this.#takeRtcp(bytes))
  }

  static async open(ssrc = 0x1234, family: AddressFamily = 'IPv4'): Promise<RtpPeer> {
    const address = family === 'IPv4' ? '127.0.0.1' : '::1'
    for (;;) {
      const rtp = createSocket(family === 'IPv4' ? 'udp4' : 'udp6')
      rtp.bind(0, address)
      await once(rtp, 'listening')
      const rtcp = createSocket(family === 'IPv4' ? 'udp4' : 'udp6')
      const bound = await new Promise<boolean>((resolve) => {
        rtcp.once('error', () => resolve(false))
        rtcp.bind(rtp.address().port + 1, address, () => resolve(true))
      })
      if (bound) return new RtpPeer(rtp, rtcp, address, ssrc)
      rtp.close()
    }
  }

  get port(): number {
    return this.#rtp.address().port
  }

  /** A session description with one audio line. */
  describe({ direction = 'sendrecv', formats = DEFAULT_FORMATS, address = this.address, port = this.port }: OfferOptions = {}): string {
    const version = address.includes(':') ? 'IP6' : 'IP4'
    const lines = [
      'v=0',
      `o=- 4711 ${++this.#version} IN ${version} ${address}`,
      's=-',
      `c=IN ${version} ${address}`,
      't=0 0',
      `m=audio ${port} RTP/${this.crypto ? 'SAVP' : 'AVP'} ${formats.map(([payloadType]) => payloadType).join(' ')}`,
      ...formats.map(([payloadType, encoding]) => `a=rtpmap:${payloadType} ${encoding}`),
      ...(this.crypto ? [`a=crypto:${this.crypto}`] : []),
      ...(this.rtcpMux ? ['a=rtcp-mux'] : []),
      `a=${direction}`,
    ]
    return `${lines.join('\r\n')}\r\n`
  }

  /** Sends to where `sdp` says from now on. */
  follow(sdp: string): void {
    const parsed = parseSdp(sdp)
    assert.ok(parsed.ok, sdp)
    const [media] = parsed.value.media
    assert.ok(media)
    const address = mediaAddressOf(parsed.value, media)
    assert.ok(address, sdp)
    this.#agreeOnKeys(media)
    this.destination = { address: address.address, port: address.rtpPort }
  }

  /** Sends one frame of a tone (silence at 0 Hz) as A-law, or `payload`, which lasts `ticks`. Time stands still between two calls but for the RTP header. */
  send({ frequencyHz = 0, payloadType = 8, payload, ticks = G711_FRAME_OCTETS }: Frame = {}): void {
    const content = payload ?? this.#tone(frequencyHz, payloadType)
    this.sendRaw(this.packet(payloadType, content))
    this.#timestamp += ticks
  }

  packet(payloadType: number, payload: Uint8Array, marker = false): Uint8Array {
    const packet = new Uint8Array(12 + payload.length)
    writeRtpHeader(packet, { payloadType, marker, sequenceNumber: this.#sequenceNumber, timestamp: this.#timestamp, ssrc: this.ssrc })
    this.#sequenceNumber = (this.#sequenceNumber + 1) & 0xffff
    packet.set(payload, 12)
    return packet
  }

  /** Presses a key for 100 ms, as telephone events. */
  press(digit: string, payloadType = 101): void {
    for (const { payload, marker } of keyPressPackets(digit, 100)) this.sendRaw(this.packet(payloadType, payload, marker))
    this.#timestamp += 5 * G711_FRAME_OCTETS
  }

  /** Skips `count` sequence numbers: packets that got lost. */
  lose(count: number): void {
    this.#sequenceNumber = (this.#sequenceNumber + count) & 0xffff
    this.#timestamp += count * G711_FRAME_OCTETS
  }

  sendRaw(packet: Uint8Array, to = this.destination): void {
    assert.ok(to, 'the peer has no destination yet')
    const room = Buffer.concat([packet, Buffer.alloc(32)])
    const length = this.#sender ? this.#sender.protectRtp(room, packet.length) : packet.length
    assert.ok(length >= 0)
    this.#rtp.send(room.subarray(0, length), to.port, to.address)
  }

  sendRtcp(packet: Uint8Array): void {
    assert.ok(this.destination)
    const room = Buffer.concat([packet, Buffer.alloc(32)])
    const length = this.#sender ? this.#sender.protectRtcp(room, packet.length) : packet.length
    const socket = this.rtcpMux ? this.#rtp : this.#rtcp
    socket.send(room.subarray(0, Math.max(0, length)), this.destination.port + (this.rtcpMux ? 0 : 1), this.destination.address)
  }

  /** Sends `count` frames at once. */
  burst(frequencyHz: number, count: number, payloadType = 8): void {
    for (let frame = 0; frame < count; frame++) this.send({ frequencyHz, payloadType })
  }

  /** Sends `count` frames, one each 20 ms as telephones do. */
  async talk(frequencyHz: number | readonly number[], count: number, payloadType = 8): Promise<void> {
    const startMs = performance.now()
    for (let frame = 0; frame < count; frame++) {
      this.send({ frequencyHz, payloadType })
      await pause(Math.max(0, startMs + (frame + 1) * FRAME_MS - performance.now()))
    }
  }

  /** Waits until `count` packets have come in all. Fails after `withinMs`. */
  async hears(count: number, withinMs = 3000): Promise<void> {
    await this.#until(
      () => this.received.length >= count,
      withinMs,
      () => `${this.received.length} of ${count} packets`,
    )
  }

  async hearsRtcp(count: number, withinMs: number): Promise<void> {
    await this.#until(
      () => this.rtcpReceived.length >= count,
      withinMs,
      () => `${this.rtcpReceived.length} of ${count} reports`,
    )
  }

  /** What was heard so far under a payload type of G.711. */
  sound(payloadType: 0 | 8 = 8): Sound {
    const payloads = this.received.filter(({ bytes }) => payloadTypeOf(bytes) === payloadType).map(({ bytes }) => bytes.subarray(12))
    const octets = Buffer.concat(payloads)
    const samples = new Int16Array(octets.length)
    decodeG711(payloadType === 0 ? 'µ' : 'A', octets, samples)
    return { samples: Float32Array.from(samples, (sample) => sample / 32_768), sampleRateHz: 8000 }
  }

  forget(): void {
    this.received.length = 0
  }

  close(): void {
    this.#rtp.close()
    this.#rtcp.close()
  }

  #take(bytes: Buffer, fromPort: number): void {
    if (this.rtcpMux && isRtcp(bytes)) {
      this.#takeRtcp(bytes)
      return
    }
    const length = this.#receiver ? this.#receiver.unprotectRtp(bytes, bytes.length) : bytes.length
    if (length < 0) return
    this.received.push({ bytes: bytes.subarray(0, length), fromPort })
    this.#onPacket()
  }

  #takeRtcp(bytes: Buffer): void {
    const length = this.#receiver ? this.#receiver.unprotectRtcp(bytes, bytes.length) : bytes.length
    if (length < 0) return
    this.rtcpReceived.push(bytes.subarray(0, length))
    this.#onPacket()
  }

  /** SDES (RFC 4568): each side sends under the key of its own line. The same keys go on with the same counters. */
  #agreeOnKeys(media: MediaDescription): void {
    const [theirs] = cryptoAttributesOf(media)
    const ours = this.crypto === undefined ? undefined : parseCryptoAttribute(this.crypto)
    assert.equal(theirs === undefined, ours === undefined, 'one side wants SRTP and the other does not')
    if (!theirs || !ours || this.#sender) return
    this.#sender = new SrtpSender(ours.suite, keyAndSalt(ours))
    this.#receiver = new SrtpReceiver(theirs.suite, keyAndSalt(theirs))
  }

  async #until(done: () => boolean, withinMs: number, state: () => string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`within ${withinMs} ms came ${state()}`)), withinMs)
      this.#onPacket = () => {
        if (!done()) return
        clearTimeout(timer)
        this.#onPacket = () => undefined
        resolve()
      }
      this.#onPacket()
    })
  }

  /** Several frequencies share the level. */
  #tone(frequencyHz: number | readonly number[], payloadType: number): Uint8Array {
    const frequencies = typeof frequencyHz === 'number' ? [frequencyHz] : frequencyHz
    const samples = Int16Array.from({ length: G711_FRAME_OCTETS }, (_, index) =>
      Math.round(
        frequencies.reduce((sum, hz) => sum + Math.sin((2 * Math.PI * hz * (this.#timestamp + index)) / 8000), 0) *
          (PEAK / frequencies.length),
      ),
    )
    const octets = new Uint8Array(G711_FRAME_OCTETS)
    encodeG711(payloadType === 0 ? 'µ' : 'A', samples, octets)
    return octets
  }
}

/** Paces test traffic and makes silences; never to wait for a result. */
export function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs))
}
