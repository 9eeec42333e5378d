import { randomInt } from 'node:crypto'
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { once } from 'node:events'

/** PCMA (RFC 3551 §6). */
const PAYLOAD_TYPE = 8
const HEADER_OCTETS = 12
const FRAME_SAMPLES = 160
/** Zero in A-law (G.711). */
const SILENCE = 0xd5

/**
 * Media for a sipp that describes it: to each RTP packet that comes in it says one back to where that came from, so it has the
 * other's beat, and of every so many it loses one on the way.
 */
export class RtpSpeaker implements AsyncDisposable {
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

  static async start(losesOneIn: number): Promise<RtpSpeaker> {
    const socket = createSocket('udp4')
    socket.bind(0, '127.0.0.1')
    await once(socket, 'listening')
    return new RtpSpeaker(socket, losesOneIn)
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
    // RTCP and anything else do not beat.
    if (packet.length !== HEADER_OCTETS + FRAME_SAMPLES) return
    this.#heard++
    this.#sequence++
    if (this.#sequence % this.#losesOneIn === 0) this.#lost++
    else this.#socket.send(this.#packet(), from.port, from.address)
  }

  #packet(): Buffer {
    const packet = Buffer.alloc(HEADER_OCTETS + FRAME_SAMPLES, SILENCE)
    packet[0] = 0x80
    packet[1] = PAYLOAD_TYPE
    packet.writeUInt16BE(this.#sequence & 0xffff, 2)
    packet.writeUInt32BE((this.#sequence * FRAME_SAMPLES) >>> 0, 4)
    packet.writeUInt32BE(this.#ssrc, 8)
    return packet
  }
}
