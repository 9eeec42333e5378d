import { randomInt } from 'node:crypto'
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { once } from 'node:events'

const HEADER_OCTETS = 12
/** 20 ms of G.711 at 8 kHz. */
const FRAME_SAMPLES = 160

/**
 * Media for a party that only describes it: what it hears in G.711 it says back to where it came from, in packets of its own, and
 * of every so many it loses one on the way.
 */
export class RtpEcho implements AsyncDisposable {
  readonly #socket: Socket
  readonly #losesOneIn: number
  readonly #ssrc = randomInt(2 ** 32)
  #sequence = 0
  #heard = 0
  #lost = 0

  private constructor(socket: Socket, losesOneIn: number) {
    this.#socket = socket
    this.#losesOneIn = losesOneIn
    socket.on('message', (packet, from) => this.#received(packet, from))
  }

  static async start(losesOneIn = Number.POSITIVE_INFINITY): Promise<RtpEcho> {
    const socket = createSocket('udp4')
    socket.bind(0, '127.0.0.1')
    await once(socket, 'listening')
    return new RtpEcho(socket, losesOneIn)
  }

  get port(): number {
    return this.#socket.address().port
  }

  /** RTP packets that came in. */
  get heard(): number {
    return this.#heard
  }

  /** Packets that would have gone out. */
  get lost(): number {
    return this.#lost
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#socket, 'close')
    this.#socket.close()
    await closed
  }

  #received(packet: Buffer, from: RemoteInfo): void {
    // Not RTCP, nor key presses.
    if (packet.length !== HEADER_OCTETS + FRAME_SAMPLES) return
    this.#heard++
    this.#sequence++
    if (this.#sequence % this.#losesOneIn === 0) this.#lost++
    else this.#socket.send(this.#answer(packet), from.port, from.address)
  }

  #answer(heard: Buffer): Buffer {
    const said = Buffer.from(heard)
    said.writeUInt16BE(this.#sequence & 0xffff, 2)
    said.writeUInt32BE((this.#sequence * FRAME_SAMPLES) >>> 0, 4)
    said.writeUInt32BE(this.#ssrc, 8)
    return said
  }
}
