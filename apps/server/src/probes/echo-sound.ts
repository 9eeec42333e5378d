import { randomInt } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { isIPv6 } from 'node:net'
import type { Clock } from '@klinke/foundation'
import { meanOpinionScore, transmissionRating } from '@klinke/rtp'

const HEADER_OCTETS = 12
/** 20 ms of G.711 at 8 kHz. */
const FRAME_SAMPLES = 160
const FRAME_MS = 20
/** One and a half seconds of sound. */
const FRAMES = 75
/** So long the last packets may take. */
const TAIL_MS = 300
/** Frames that may be lost at the begin, until both ends know where the other is. */
const WARM_UP = 10

export interface HeardEcho {
  /** Mean opinion score of what came back, ITU-T G.107; 1 where nothing did. */
  readonly mos: number
  readonly lossRatio: number
}

/** The media of a probe's call: says a tone in G.711 and judges what comes back. */
export class EchoSound implements AsyncDisposable {
  readonly #socket: Socket
  readonly #clock: Clock
  readonly #sentMs = new Map<number, number>()
  #firstMs: number | undefined
  #heard = 0

  private constructor(socket: Socket, clock: Clock) {
    this.#socket = socket
    this.#clock = clock
    socket.on('message', (packet) => this.#received(packet))
    // A port of the peer that is closed: then nothing comes back, which is judged anyway.
    socket.on('error', () => undefined)
  }

  static async open(address: string, clock: Clock): Promise<EchoSound> {
    const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4')
    socket.bind(0, address)
    await once(socket, 'listening')
    return new EchoSound(socket, clock)
  }

  get port(): number {
    return this.#socket.address().port
  }

  async judge(peer: { readonly address: string; readonly port: number }): Promise<HeardEcho> {
    const ssrc = randomInt(2 ** 32)
    for (let frame = 0; frame < FRAMES; frame++) {
      this.#sentMs.set(frame, this.#clock.nowMs())
      this.#socket.send(packetOf(ssrc, frame), peer.port, peer.address)
      await this.#pause(FRAME_MS)
    }
    await this.#pause(TAIL_MS)
    const expected = FRAMES - WARM_UP
    const lossRatio = Math.max(0, 1 - this.#heard / expected)
    if (this.#heard === 0) return { mos: 1, lossRatio }
    const oneWayDelayMs = Math.max(0, (this.#firstMs ?? 0) - (this.#sentMs.get(0) ?? 0)) / 2
    return { mos: meanOpinionScore(transmissionRating({ oneWayDelayMs, lossRatio, codec: 'PCMA' })), lossRatio }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#socket, 'close')
    this.#socket.close()
    await closed
  }

  #received(packet: Buffer): void {
    if (packet.length < HEADER_OCTETS + FRAME_SAMPLES || isSilent(packet.subarray(HEADER_OCTETS))) return
    this.#heard++
    this.#firstMs ??= this.#clock.nowMs()
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.#clock.after(ms, resolve))
  }
}

/** A-law of two levels in turn, 1 kHz: no silence whatever is done with it on the way. */
const LOUD = [0xb4, 0xb4, 0xb4, 0xb4, 0x34, 0x34, 0x34, 0x34]

function packetOf(ssrc: number, frame: number): Buffer {
  const packet = Buffer.alloc(HEADER_OCTETS + FRAME_SAMPLES)
  // RFC 3550 §5.1: version 2, payload type 8 (PCMA), marker on the first.
  packet.writeUInt16BE(0x8008 | (frame === 0 ? 0x80 : 0), 0)
  packet.writeUInt16BE(frame, 2)
  packet.writeUInt32BE(frame * FRAME_SAMPLES, 4)
  packet.writeUInt32BE(ssrc, 8)
  for (let sample = 0; sample < FRAME_SAMPLES; sample++) packet[HEADER_OCTETS + sample] = LOUD[sample % LOUD.length] ?? 0xd5
  return packet
}

/** All samples alike: silence, or comfort noise. */
function isSilent(sound: Buffer): boolean {
  return sound.every((octet) => octet === sound[0])
}
